// The walls between the rooms, as one ESLint rule. Its message names the right place, so that a newcomer need not look it up.
import { relative, resolve, sep, dirname } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Who may import whom. The compiler's project references say the same; a test holds both together. */
export const ROOMS = {
  schema: [],
  core: ['schema'],
  locale: [],
  client: ['core', 'schema'],
  ui: ['locale'],
  elements: ['core', 'ui', 'client', 'locale', 'schema'],
  sdk: ['elements'],
  cli: ['schema', 'core', 'locale'],
  server: ['schema', 'core', 'locale'],
  testing: ['schema', 'core', 'locale', 'client', 'ui', 'elements', 'sdk', 'cli', 'server'],
};

/** Why an import is refused, and where the code belongs instead. */
const ADVICE = {
  'core>ui': 'core knows no view: join them in packages/elements.',
  'ui>core': 'a view gets a FieldModel (packages/ui/src/model.ts), never the engine: join them in packages/elements.',
  'ui>schema': 'a view gets plain data (packages/ui/src/model.ts): make it in packages/elements.',
  'schema>core': 'the language knows nothing of what happens with it: move the code to packages/core.',
  'schema>locale': 'the evaluator returns an Issue without words: make the sentence in packages/locale, join them in packages/elements.',
  'core>locale': 'core returns Issues and keys without words: make the sentence in packages/elements.',
  'core>client': 'core reaches the world through packages/core/src/ports.ts, which client implements.',
  'client>ui': 'client has no view: join them in packages/elements.',
  'client>elements': 'client is handed to the elements, it does not know them.',
  'elements>sdk': 'sdk only packs the elements: move what both need to packages/elements.',
  'sdk>core': 'export it from packages/elements first.',
  'sdk>ui': 'export it from packages/elements first.',
  'sdk>schema': 'export it from packages/elements first.',
  'server>ui': 'a server renders no controls: what both need belongs in packages/schema or packages/core.',
  'server>client': 'what both ends need belongs in packages/schema or packages/core.',
  'cli>server': 'what both need belongs in packages/schema or packages/core.',
  'server>cli': 'what both need belongs in packages/schema or packages/core.',
};

/** Libraries that one place alone may know. `tests` = their tests may, as an oracle. */
const LIBRARIES = [
  { name: /^(ajv|ajv-formats|recheck)(\/|$)/, where: ['packages/schema/src/node/'], tests: true, advice: 'Ajv and the regex analyser live in packages/schema/src/node alone: they need eval or are large. Use what @dvc/schema/node exports.' },
  { name: /^@cfworker\//, where: ['packages/testing/'], tests: true, advice: 'it is an oracle of tests; shipped code uses the evaluator of @dvc/schema.' },
  { name: /^(lit|lit-html|lit-element|@lit)(\/|$)/, where: ['packages/ui/', 'packages/elements/', 'stories/', '.storybook/', 'bench/'], tests: true, advice: 'Lit lives in packages/ui and packages/elements alone.' },
  { name: /^(fastify|@fastify\/|pg$|pg-boss$|kysely|@electric-sql\/)/, where: ['packages/server/', 'packages/testing/', 'scripts/'], tests: true, advice: 'the back end lives in packages/server.' },
  { name: /^(node:|fs$|path$|crypto$|process$)/, where: ['packages/schema/src/node/', 'packages/server/', 'packages/cli/', 'packages/testing/', 'scripts/', 'bench/', '.storybook/', 'examples/', 'stories/', ''], tests: true, advice: 'this room also runs in a browser: Node belongs in packages/schema/src/node, packages/server or packages/cli.' },
];

const isTest = (file) => /\.(test|types\.test|test-helper|e2e|stories)\.ts$/.test(file) || /\/test\//.test(file);
const roomOf = (file) => /^packages\/([^/]+)\//.exec(file)?.[1];

/**
 * Why `file` may not import `source`, or undefined.
 * @param file path from the project's root with forward slashes
 * @param source as written in the import
 */
export function refusal(file, source) {
  const room = roomOf(file);
  const test = isTest(file);
  let target = /^@dvc\/([^/]+)/.exec(source)?.[1];
  let below = target ? source.slice(`@dvc/${target}`.length) : '';
  if (source.startsWith('.')) {
    const to = relative(root, resolve(root, dirname(file), source)).split(sep).join('/');
    target = roomOf(`${to}/`);
    below = to.slice(`packages/${target}/src`.length);
    if (target && room && target !== room) return `Import @dvc/${target}${/^\/index\.[jt]s$/.test(below) ? '' : below} by its name, not by a path into its folder.`;
    // Scripts and stories sit beside the rooms and may use paths to built files, which have no name.
  }
  if (target) {
    if (target === 'testing' && room && room !== 'testing' && !test) return 'packages/testing is for tests, stories and scripts: move what shipped code needs into its own room.';
    if (room && target !== room && target in ROOMS) {
      const allowed = ROOMS[room] ?? [];
      if (!allowed.includes(target) && !(test && target === 'testing')) {
        const may = allowed.length ? `${room} may import ${allowed.join(', ')}` : `${room} imports nothing of ours`;
        return `${room} may not import ${target}: ${ADVICE[`${room}>${target}`] ?? `${may}.`}`;
      }
    }
    if (target === 'schema' && below.startsWith('/node') && !test && !file.startsWith('packages/schema/src/node/') && room && !['server', 'cli', 'testing'].includes(room)) {
      return 'The Ajv authority (@dvc/schema/node) runs in Node alone: in a browser use the evaluator of @dvc/schema.';
    }
    return undefined;
  }
  if (source.startsWith('.')) return undefined;
  for (const library of LIBRARIES) {
    if (!library.name.test(source)) continue;
    const here = library.where.some((prefix) => (prefix === '' ? !room : file.startsWith(prefix)));
    if (!here && !(library.tests && test)) return `${source} is not for ${room ?? file}: ${library.advice}`;
  }
  return undefined;
}

const rule = {
  meta: { type: 'problem', docs: { description: 'keeps the rooms of the project apart' }, schema: [], messages: { wall: '{{why}}' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const look = (node) => {
      if (!node || typeof node.value !== 'string') return;
      const why = refusal(file, node.value);
      if (why) context.report({ node, messageId: 'wall', data: { why } });
    };
    return {
      ImportDeclaration: (node) => look(node.source),
      ExportNamedDeclaration: (node) => look(node.source),
      ExportAllDeclaration: (node) => look(node.source),
      ImportExpression: (node) => look(node.source),
      TSImportType: (node) => look(node.source ?? node.argument?.literal),
    };
  },
};

export default { meta: { name: 'dvc-walls' }, rules: { walls: rule } };
