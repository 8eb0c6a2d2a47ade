// English of what is said where an exercise is taken to the places where courses live; Spanish in web/words/es/hosts.js.
export default `
hosts-title_scorm12 = SCORM 1.2 package (Moodle, Brightspace, Blackboard, ILIAS)
hosts-title_scorm2004 = SCORM 2004 package
hosts-title_edx = Open edX problem (Custom JavaScript)
hosts-title_myst = MyST or Jupyter Book (anywidget)
hosts-title_pretext = PreTeXt
hosts-title_runestone = Runestone
hosts-title_address = Address alone (H5P, Google Sites, Notion)
hosts-title_own = Folder for a site of your own

hosts-open = Open “{ $title }”
hosts-nothing_done = Nothing was done in the exercise yet.
hosts-no_platform = No course platform was found around this page, so nothing is reported. The exercise itself works.
hosts-no_script = This page needs JavaScript.
hosts-missing_file = { $file } could not be fetched from the folder of this page. Try again with a connection.
hosts-own_readme = Put this folder anywhere on a web server; index.html shows the exercise. To show it in a page of your own, put this line there, with the
    address of the folder before embed.html: { $frame }
`;
