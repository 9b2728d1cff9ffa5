import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { vectorFiles } from './index.js';

const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'schemas/vectors');
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('python3 is not installed: the vectors are not held against a second language');

describe('the test vectors for other languages', () => {
  const made = vectorFiles(root);
  test.each(Object.keys(made))('%s is what our engine says today (else: node scripts/make-vectors.mjs)', (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(made[name]);
  });
  test('there are no others, and the README names each', () => {
    expect(readdirSync(folder).filter((name) => name !== 'README.md').sort()).toEqual(Object.keys(made).sort());
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const name of Object.keys(made)) expect(readme).toContain(`\`${name}\``);
  });
  test('each says both yes and no', () => {
    const read = (name: string) => JSON.parse(made[name]!) as { vectors: any[]; verify: any[] };
    const both = (list: any[], of: (each: any) => boolean) => [list.some(of), !list.every(of)];
    expect(both(read('signatures.json').verify, ({ accepted }) => accepted)).toEqual([true, true]);
    expect(both(read('rules.json').vectors, (each) => 'value' in each)).toEqual([true, true]);
    expect(both(read('formats.json').vectors, (each) => 'kept' in each)).toEqual([true, true]);
    expect(both(read('due-dates.json').vectors, (each) => 'due' in each)).toEqual([true, true]);
    for (const part of ['issues', 'changes', 'fees']) expect(both(read('verdicts.json').vectors, ({ verdict }) => verdict[part].length > 0)).toEqual([true, true]);
  });
  test.skipIf(!python)('the signatures hold in Python', () => {
    const run = spawnSync('python3', ['-B', join(root, 'examples/case-system/test_vectors.py')], { encoding: 'utf8' });
    expect([run.status, run.stdout.trim()], run.stderr).toEqual([0, expect.stringMatching(/^\d+ vectors, 0 failed$/)]);
  });
  test.skipIf(!python)('the days of the rules hold by Python\'s own calendar', () => {
    const program = `
import datetime, json, sys
day = datetime.date.fromisoformat
bad = []
for each in json.load(open(sys.argv[1], encoding='utf-8'))['vectors']:
    rule = each['rule']
    if isinstance(rule, dict) and list(rule) == ['days'] and 'value' in each:
        a, b = [json.loads('"2026-11-21"') if isinstance(x, dict) else x for x in rule['days']]
        if (day(b) - day(a)).days != each['value']: bad.append(rule)
    if isinstance(rule, dict) and list(rule) == ['add-days'] and 'value' in each:
        a, n = rule['add-days']
        if str(day(a) + datetime.timedelta(n)) != each['value']: bad.append(rule)
print(bad)`;
    expect(spawnSync('python3', ['-c', program, join(folder, 'rules.json')], { encoding: 'utf8' }).stdout.trim()).toBe('[]');
  });
});
