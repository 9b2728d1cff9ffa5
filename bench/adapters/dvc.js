// Our own SDK, as packages/sdk builds it (DVC_ENTRY: another build).
// Contract: properties .schema (JSON Schema) .uiSchema .data; method reportValidity() or submit(); events bubble and compose.
import 'dvc-entry';
export default {
  name: 'dvc', lang: 'jsonschema', shadow: true,
  errorSelector: '[part~=error], .dvc-error',
  mount(el, fx) {
    const f = document.createElement('dvc-form');
    f.schema = fx.schema; f.uiSchema = fx.uiSchema; f.data = structuredClone(fx.data);
    el.appendChild(f);
    return f;
  },
  submit(f) { (f.submit ?? f.reportValidity ?? f.validate).call(f); },
  dispose(f) { f.remove(); },
  getValue: (f) => f.data ?? f.value,
};
