// The custom-elements manifest: what editors, Storybook's tables and the framework types read. Only what is public stands in it.

/** A tag's module as a portal sees it, not as it lies in our folders. */
const published = (path) => path.replace(/^packages\/elements\/src\/([^/]+)\/.*$/, 'dist/$1.js').replace(/^packages\/elements\/src\/.*$/, 'dist/pure.js');

const isPublic = (member) => !member.static && !/^(connected|disconnected|adopted|attributeChanged|form\w+)Callback$/.test(member.name) && !['private', 'protected'].includes(member.privacy) && !/^[#_]/.test(member.name) && !member.internal;

const publicOnly = () => ({
  name: 'public-only',
  // Lit's `{ state: true }` properties leak out as attributes and members: authors mark them @internal.
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const made = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    for (const member of node.members) {
      if (!ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'internal')) continue;
      const found = made?.members?.find(({ name }) => name === member.name?.getText());
      if (found) found.internal = true;
    }
  },
  packageLinkPhase({ customElementsManifest }) {
    const modules = [];
    for (const made of customElementsManifest.modules) {
      const declarations = (made.declarations ?? []).filter(({ customElement, tagName }) => customElement && tagName);
      if (!declarations.length) continue;
      for (const element of declarations) {
        element.members = (element.members ?? []).filter(isPublic);
        const names = new Set(element.members.map(({ name }) => name));
        element.attributes = (element.attributes ?? []).filter(({ fieldName, name }) => names.has(fieldName ?? name));
        // A name that the analyser made of a variable is no event of ours.
        element.events = (element.events ?? []).filter(({ name }) => name?.startsWith('dvc-'));
        // LitElement's own surface is not ours to describe.
        delete element.source;
      }
      modules.push({ ...made, path: published(made.path), declarations, exports: made.exports?.filter(({ declaration }) => declarations.some(({ name, tagName }) => name === declaration.name || tagName === declaration.name)) });
    }
    for (const made of modules) {
      for (const entry of made.exports ?? []) if (entry.declaration.module) entry.declaration.module = published(entry.declaration.module);
    }
    customElementsManifest.modules = modules;
  },
});

export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['packages/elements/src/**/*.test.ts'],
  outdir: 'packages/sdk',
  litelement: true,
  // The tool would write its path into the root's package.json.
  packagejson: false,
  plugins: [publicOnly()],
};
