// imsmanifest.xml of a package with one exercise, as SCORM 1.2 and 2004 (third edition) want it. Pure.
import {escaped} from './lines.js';

const SPACES = {
  1.2: {
    version: '1.2',
    names:
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    kind: 'adlcp:scormtype',
    more: '',
  },
  2004: {
    version: '2004 3rd Edition',
    names:
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    kind: 'adlcp:scormType',
    // Or a platform takes whoever opened it for finished.
    more: '<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>',
  },
};

/** @param {{standard: 1.2 | 2004, id: string, title: string, files: string[]}} of files: the first is opened */
export function manifest({standard, id, title, files}) {
  const {version, names, kind, more} = SPACES[standard];
  const name = escaped(title);
  const listed = files.map((file) => `<file href="${escaped(file)}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" ${names}>
<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
<organizations default="${id}-course"><organization identifier="${id}-course"><title>${name}</title>
<item identifier="${id}-item" identifierref="${id}-lab" isvisible="true"><title>${name}</title>${more}</item>
</organization></organizations>
<resources><resource identifier="${id}-lab" type="webcontent" ${kind}="sco" href="${escaped(files[0])}">${listed}</resource></resources>
</manifest>
`;
}
