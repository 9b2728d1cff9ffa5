export { createHttpBackend, type HttpBackendOptions } from './backend.js';
export { loadDocument } from './load-document.js';
export type { HeadersSource } from './http.js';
