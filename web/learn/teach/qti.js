// Questions as a package of IMS QTI 2.1 (https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html): a file a question and a
// manifest, to be zipped. One point for the right answer; to each answer its reply.

/** @typedef {import('./quiz.js').Question} Question */

const ITEM = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const PACKAGE = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** @type {Record<string, string>} */
const ENTITIES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
/** @param {string} text */
const plain = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** @param {Question[]} questions @param {string} language its tag @returns {Record<string, string>} files by their names in the package */
export function qti(questions, language) {
  return {
    'imsmanifest.xml': manifest(questions),
    ...Object.fromEntries(questions.map((question) => [`${question.id}.xml`, item(question, language)])),
  };
}

/** @param {Question} question @param {string} language */
function item({id, title, text, answers}, language) {
  const name = (/** @type {number} */ i) => `A${i + 1}`;
  const right = name(answers.findIndex((one) => one.right));
  const choices = answers.map(
    (one, i) => `      <simpleChoice identifier="${name(i)}">${plain(one.text)}</simpleChoice>`,
  );
  const replies = answers.map(
    (one, i) =>
      `  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name(i)}" showHide="show">${plain(one.reply)}</modalFeedback>`,
  );
  return `${HEAD}<assessmentItem xmlns="${ITEM}" identifier="${id}" title="${plain(title)}" xml:lang="${language}" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>${right}</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
  <itemBody>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>${plain(text)}</prompt>
${choices.join('\n')}
    </choiceInteraction>
  </itemBody>
  <responseProcessing>
    <responseCondition>
      <responseIf>
        <match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
        <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf>
    </responseCondition>
    <setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>
  </responseProcessing>
${replies.join('\n')}
</assessmentItem>
`;
}

/** @param {Question[]} questions */
function manifest(questions) {
  const resources = questions.map(
    ({id}) =>
      `    <resource identifier="R_${id}" type="imsqti_item_xmlv2p1" href="${id}.xml"><file href="${id}.xml"/></resource>`,
  );
  return `${HEAD}<manifest xmlns="${PACKAGE}" identifier="unrolled">
  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`;
}
