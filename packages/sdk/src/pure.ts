// The classes, nothing registered: for a host that chooses its own moment, or its own tag names.
export * from '@dvc/elements';
