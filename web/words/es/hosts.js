// Spanish: where an exercise is taken to, and what a frame says of its own address.
export default `
## hosts

hosts-title_scorm12 = Paquete SCORM 1.2 (Moodle, Brightspace, Blackboard, ILIAS)
hosts-title_scorm2004 = Paquete SCORM 2004
hosts-title_edx = Problema de Open edX (JavaScript propio)
hosts-title_myst = MyST o Jupyter Book (anywidget)
hosts-title_pretext = PreTeXt
hosts-title_runestone = Runestone
hosts-title_address = Solo la dirección (H5P, Google Sites, Notion)
hosts-title_own = Carpeta para un sitio propio

hosts-open = Abrir «{ $title }»
hosts-nothing_done = Todavía no se ha hecho nada en el ejercicio.
hosts-no_platform = No se ha encontrado ninguna plataforma de cursos alrededor de esta página, así que no se comunica nada. El ejercicio sí funciona.
hosts-no_script = Esta página necesita JavaScript.
hosts-missing_file = No se ha podido traer { $file } de la carpeta de esta página. Inténtalo de nuevo con conexión.
hosts-own_readme = Pon esta carpeta en cualquier servidor web; index.html muestra el ejercicio. Para mostrarlo en una página tuya, pon en ella esta línea, con la
    dirección de la carpeta delante de embed.html: { $frame }

## embed

embed-unknown = La dirección de este marco pide lo que esta página no conoce, que es como si no estuviera: { $names }.
embed-version = La dirección de este marco está escrita según la versión { $found } de sus reglas; este archivo solo lee la versión { $version }. Quien puso
    aquí el marco puede tomar la línea de nuevo, o una copia más nueva del archivo.
`;
