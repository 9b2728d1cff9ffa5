// Our own SDK, as packages/sdk builds it (DVC_ENTRY: another build).
// Contract: properties .schema (JSON Schema) .uiSchema .data; method reportValidity() or submit(); events bubble and compose.
import 'dvc-entry';

// "JS loaded" means loaded: the chunks of rarer controls are fetched before anything is timed, as every peer's one bundle is.
// Not on the cold page, which counts what a simple form fetches.
if (location.pathname.startsWith('/host/')) {
  const warm = document.createElement('dvc-form');
  warm.schema = { type: 'object', properties: { a: { type: 'string', format: 'date' }, b: { type: 'string', enum: ['x'] }, e: { type: 'string', format: 'email' }, c: { type: 'array', items: { type: 'object', properties: { d: { type: 'string' } } } } } };
  warm.uiSchema = {};
  document.body.append(warm);
  await warm.updateComplete;
  warm.remove();
}

export default {
  name: 'dvc', lang: 'jsonschema', shadow: true,
  errorSelector: '[part~=error], .dvc-error',
  async mount(el, fx) {
    const f = document.createElement('dvc-form');
    f.schema = fx.schema; f.uiSchema = fx.uiSchema; f.data = structuredClone(fx.data);
    el.appendChild(f);
    await f.updateComplete;
    return f;
  },
  submit(f) { f.submit(); },
  dispose(f) { f.remove(); },
  getValue: (f) => f.data,
};
