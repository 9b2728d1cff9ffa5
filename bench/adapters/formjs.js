import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
export default {
  name: 'formjs', lang: 'formjs', errorSelector: '.fjs-form-field-error',
  async mount(el, fx) {
    // debounce off: with the default 300 ms debounce a keystroke would cost nothing until typing pauses
    const form = new Form({ container: el, debounce: false });
    await form.importSchema(fx.schema, structuredClone(fx.data));
    return form;
  },
  submit(form) { form.submit(); },
  dispose(form) { form.destroy(); },
  getValue: (form) => form._getSubmitData?.(),
};
