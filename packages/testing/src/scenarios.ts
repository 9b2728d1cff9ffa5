// The same for tests, stories and campaigns; an author's `dvc check` runs them too.
export * from '@dvc/core/scenarios.js';
