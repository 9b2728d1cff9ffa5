/**
 * Who is measured. `packages`: what must be installed for it (nothing: it is ours, or plain HTML). `alias`: import names that mean another installed version.
 * `extra`: measured in the main cells only. `only`: the fixtures that it can show.
 */
export const peers = {
  html: {},
  'html-cv': {},
  'lit-plain': { packages: ['lit'] },
  rjsf: { packages: ['@rjsf/core', '@rjsf/utils', '@rjsf/validator-ajv8', 'react', 'react-dom'] },
  jsonforms: { packages: ['@jsonforms/core', '@jsonforms/react', '@jsonforms/vanilla-renderers', 'react', 'react-dom'] },
  surveyjs: { packages: ['survey-core', 'survey-react-ui', 'react', 'react-dom'] },
  'surveyjs-js': { packages: ['survey-core-2', 'survey-js-ui'], alias: { 'survey-core': 'survey-core-2' }, extra: true },
  formio: { packages: ['@formio/js'] },
  formjs: { packages: ['@bpmn-io/form-js-viewer'] },
  'json-editor': { packages: ['@json-editor/json-editor'] },
  jsfe: { packages: ['@jsfe/form', '@jsfe/system', '@jsfe/types'] },
  dvc: {},
  'dvc-survey': { only: ['V'] },
};

/** What `npm run bench` measures when it is not told. */
export const usual = ['html', 'html-cv', 'lit-plain', 'rjsf', 'surveyjs', 'formjs', 'dvc', 'dvc-survey'];
