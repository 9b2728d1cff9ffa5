// Our survey element by itself, as packages/sdk builds it. Its one fixture is the survey V.
import 'dvc-survey-entry';

export default {
  name: 'dvc-survey', lang: 'surveyDocument', shadow: true,
  errorSelector: '[part~=error]',
  async mount(el, fx) {
    const survey = document.createElement('dvc-survey');
    survey.document = fx.document;
    survey.answers = structuredClone(fx.answers);
    el.appendChild(survey);
    await survey.updateComplete;
    return survey;
  },
  dispose(survey) { survey.remove(); },
};
