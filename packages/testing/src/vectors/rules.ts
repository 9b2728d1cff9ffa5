import { evaluateRule, read, type Calendar, type Json, type JsonObject } from '@dvc/schema';

/** A value, or that there is none. */
type Expected = readonly [Json] | readonly [];
const absent: Expected = [];
const today = '2026-11-21';
const calendar: Calendar = { daysOff: ['2026-11-24'], workingSaturdays: ['2026-11-28'] };
const v = (name: string): Json => ({ var: name });
const people: JsonObject = { members: [{ name: 'An', age: 20, amount: 1000 }, { name: 'Bình', age: 15, amount: 2500 }, { name: 'Chi', amount: 500 }] };

/** [rule, value written by hand, answers] */
const written: readonly (readonly [Json, Expected, JsonObject?])[] = [
  // Numbers: exact, or absent.
  [{ '+': [1, 2, 3] }, [6]], [{ '-': [5, 2] }, [3]], [{ '-': 5 }, [-5]], [{ '*': [v('/copies'), 8000] }, [24000], { copies: 3 }], [{ '/': [7, 2] }, [3.5]], [{ '/': [1, 0] }, absent], [{ '%': [7, 3] }, [1]], [{ '%': [7, 0] }, absent],
  [{ '*': [9007199254740991, 2] }, absent], [{ '+': [9007199254740991, 1, -1] }, absent], [{ '+': ['1', 2] }, absent], [{ '-': [0, 0] }, [0]], [{ '*': [-1, 0] }, [0]],
  [{ min: [3, 1] }, [1]], [{ max: [3, 1] }, [3]], [{ abs: -2 }, [2]], [{ round: 2.5 }, [3]], [{ round: -2.5 }, [-3]], [{ round: [1.005, 2] }, [1.01]], [{ round: [12345, -3] }, [12000]], [{ floor: -1.5 }, [-2]], [{ ceil: 1.2 }, [2]], [{ floor: [1.29, 1] }, [1.2]],
  // An absent operand makes arithmetic absent.
  [{ '+': [v('/copies'), v('/absent')] }, absent, { copies: 3 }], [{ var: ['/absent', 9] }, [9]], [{ '+': [{ var: ['/absent', 0] }, 1] }, [1]], [v('/nothing'), [null], { nothing: null }], [{ '+': [v('/nothing'), 1] }, absent, { nothing: null }],
  // Comparisons never convert.
  [{ '==': ['3', 3] }, [false]], [{ '==': [v('/tags'), ['a', 'b']] }, [true], { tags: ['a', 'b'] }], [{ '!=': [1, 2] }, [true]], [{ '==': [v('/absent'), 1] }, absent], [{ '<': [1, 2] }, [true]], [{ '>': [1, '0'] }, absent], [{ '<=': ['2026-01-01', '2026-01-01'] }, [true]],
  // Truth: false, null, 0, '' and [] are not; absent decides nothing by itself.
  [{ not: 0 }, [true]], [{ not: '' }, [true]], [{ not: [[]] }, [true]], [{ not: '0' }, [false]], [{ not: v('/absent') }, absent],
  [{ and: [true, v('/absent')] }, absent], [{ and: [v('/absent'), false] }, [false]], [{ or: [v('/absent'), true] }, [true]], [{ or: [v('/absent'), false] }, absent], [{ or: [false, false] }, [false]],
  [{ if: [false, 1, 2] }, [2]], [{ if: [false, 1] }, absent], [{ if: [false, 1, true, 2, 3] }, [2]], [{ if: [v('/absent'), 1, 2] }, absent], [{ if: [{ present: v('/absent') }, 1, 2] }, [2]], [{ if: [true, 1, { '/': [1, 0] }] }, [1]],
  [{ present: v('/unticked') }, [true], { unticked: false }], [{ present: v('/empty') }, [false], { empty: '' }], [{ present: v('/nothing') }, [false], { nothing: null }],
  // Texts count code points.
  [{ cat: ['Số ', 3, ' ', v('/text')] }, ['Số 3 Xã Suối Mây'], { text: 'Xã Suối Mây' }], [{ cat: ['a', v('/absent')] }, absent], [{ upper: 'đường' }, ['ĐƯỜNG']], [{ lower: 'ĐƯỜNG' }, ['đường']], [{ trim: '  a   b ' }, ['a b']],
  [{ fold: 'Đắk Lắk' }, ['dak lak']], [{ 'same-text': ['Trần Văn Hoà', 'TRẦN VĂN HÒA'] }, [true]], [{ 'same-text': ['Trần Văn Hòa', 'Trần Văn Hoa'] }, [false]], [{ length: 'Hoà😀' }, [4]], [{ length: v('/tags') }, [2], { tags: ['a', 'b'] }], [{ length: 5 }, absent],
  [{ substr: ['H00-12', 0, 3] }, ['H00']], [{ substr: ['abc', -2] }, ['bc']], [{ in: ['a', v('/tags')] }, [true], { tags: ['a', 'b'] }], [{ in: ['Suối', 'Xã Suối Mây'] }, [true]], [{ in: [3, [1, 2]] }, [false]], [{ in: [1, 2] }, absent],
  // Lists; a bare name reads the row.
  [{ count: v('/members') }, [3], people], [{ count: v('/members') }, [0]], [{ count: [v('/members'), { '<': [v('age'), 18] }] }, [1], people], [{ sum: [v('/members'), v('amount')] }, [4000], people], [{ sum: [v('/members'), v('age')] }, absent, people], [{ sum: v('/members') }, [0]],
  [{ some: [v('/members'), { '<': [v('age'), 18] }] }, [true], people], [{ some: [v('/members'), { '<': [v('age'), 10] }] }, absent, people], [{ all: [v('/members'), { '<': [v('age'), 18] }] }, [false], people], [{ all: [v('/members'), { present: v('name') }] }, [true], people], [{ none: [v('/members'), { '==': [v('name'), 'Dung'] }] }, [true], people],
  [{ map: [v('/members'), v('age')] }, [[20, 15]], people], [{ count: { filter: [v('/members'), { '>': [v('amount'), 800] }] } }, [2], people], [{ map: [v('/tags'), { cat: [v(''), v('/copies')] }] }, [['a3', 'b3']], { tags: ['a', 'b'], copies: 3 }],
  // Days.
  [{ today: [] }, ['2026-11-21']], [{ days: ['2026-11-01', { today: [] }] }, [20]], [{ days: ['2026-11-21', '2026-11-01'] }, [-20]], [{ months: ['2026-01-31', '2026-02-28'] }, [0]], [{ years: ['2008-11-22', '2026-11-21'] }, [17]], [{ days: ['2026-02-30', '2026-03-01'] }, absent],
  [{ age: '2008-11-21' }, [18]], [{ age: '2008-11-22' }, [17]], [{ age: '2027-01-01' }, absent], [{ age: ['2008-02-29', '2026-02-28'] }, [17]], [{ age: ['2008-02-29', '2026-03-01'] }, [18]], [{ age: '1960' }, absent],
  [{ 'add-days': ['2026-11-21', 10] }, ['2026-12-01']], [{ 'add-months': ['2026-01-31', 1] }, ['2026-02-28']], [{ 'add-months': ['2024-01-31', 1] }, ['2024-02-29']], [{ year: '1960' }, [1960]], [{ month: '1960' }, absent], [{ month: '1960-05' }, [5]], [{ day: '1960-05-07' }, [7]],
  [{ 'not-after': ['2026-11-21', { today: [] }] }, [true]], [{ 'not-after': ['2026-11-22', { today: [] }] }, [false]], [{ 'not-after': ['2026', { today: [] }] }, [true]], [{ 'not-after': ['2027', { today: [] }] }, [false]], [{ 'not-before': ['1960', '1960-06-15'] }, [true]], [{ 'not-before': ['1959', '1960-06-15'] }, [false]],
  [{ 'add-working-days': ['2026-11-20', 1] }, ['2026-11-23']], [{ 'add-working-days': ['2026-11-20', 2] }, ['2026-11-25']], [{ 'add-working-days': ['2026-11-27', 1] }, ['2026-11-28']], [{ 'working-days': ['2026-11-20', '2026-11-25'] }, [2]],
  // Names are own names of the answers, and nothing else; unknown operators and wrong counts are absent.
  [v('/a~1b/c~0d'), [7], { 'a/b': { 'c~d': 7 } }], [v('/tags/1'), ['b'], { tags: ['a', 'b'] }], [v('/tags/length'), absent, { tags: ['a', 'b'] }], [v('/constructor'), absent], [{ nonsense: [1] }, absent], [{ '+': [] }, absent], [{ not: [true, true] }, absent],
  [5, [5]], [null, [null]], [['a', v('/copies'), v('/absent')], [['a', 3]], { copies: 3 }],
];

export function ruleVectors() {
  return {
    about: 'evaluate(rule, answers, today, calendar). No "value" means: absent. See packages/schema/src/rules and the design, "Two small languages".',
    today, calendar,
    vectors: written.map(([rule, [value], answers = {}]) => {
      const got = evaluateRule(rule, { today, calendar, read: (name) => read(answers, name) });
      if (JSON.stringify(got) !== JSON.stringify(value)) throw new Error(`rules: ${JSON.stringify(rule)} is ${JSON.stringify(got)}, expected ${JSON.stringify(value)}`);
      return { rule, answers, ...(value === undefined ? {} : { value }) };
    }),
  };
}
