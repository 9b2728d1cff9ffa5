// Surveys in SurveyJS JSON of any parts, right and wrong, for properties.
import fc from 'fast-check';

export function* leavesOf(value: unknown, way: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [name, part] of Object.entries(value)) yield* leavesOf(part, [...way, Array.isArray(value) ? Number(name) : name]);
  } else yield way;
}

const TYPES = [
  'text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'ranking', 'imagepicker', 'matrix', 'matrixdropdown', 'matrixdynamic', 'multipletext', 'slider', 'html', 'image', 'expression', 'file', 'signaturepad', 'paneldynamic', 'panel', 'flowpanel', 'imagemap', 'buttongroup', 'nouislider', 'la',
];
const NAMES = ['a', 'b', 'c', 'd', 'a b', 'm', '__proto__', 'constructor', 'toString', '', 'item', 'Câu 1', '1'];
const EXPRESSIONS = [
  "{a} = 'x'", '{b} > 5', '{c} notempty', "{d} contains 'y' or {a} empty", "{m.r1} = 'x' and {b} <= 3", "{panel.a} = 'x'", '{row.b} = 1', '{a} = {b}', 'today() > {a}', "{x} = 1", '', '((((', "{b} anyof ['x', 1]", '!{c}', '{a}', "{a} = 'x", '{m} notempty', '{m} = 1', "{d} = ['x']", "{d} allof []", "{a} contains ''", "{a} anyof []", 'true', '1 = 1', '{b} = true', "{c} = 'YES'", '{__proto__} = 1', '{constructor} notempty', "{d} = 'x' and {b} = 1 and {c} = 2 or {a} = ''",
];
const leaf: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom<unknown>('x', 'y', '', ' ', '<b>đậm</b>', 'Chào {a}, {m.r1} và {khongCo}', '{a} {b}', true, false, null, 0, 1, -3, 2.5, 1e9, [], {}, ['x'], { value: 'x' }, '^(a+)+$', '[a-z]+', 'random', 'asc', 'stars', '1|Một'), fc.string());
const words: fc.Arbitrary<unknown> = fc.oneof(leaf, fc.record({ default: leaf, vi: leaf, en: leaf, 'zh-cn': leaf }, { requiredKeys: [] }));
const list = <T>(one: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<unknown> => fc.oneof({ weight: 5, arbitrary: fc.array(one, { maxLength }) }, { weight: 1, arbitrary: leaf });
const expression = fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...EXPRESSIONS) }, { weight: 1, arbitrary: leaf });
const choice = fc.oneof(fc.constantFrom<unknown>('x', 'y', 1, 2, true, 'none', 'other', 'a|b'), leaf, fc.record({ value: leaf, text: words, visibleIf: expression, imageLink: fc.constantFrom('a.png', 'https://example.com/a.png', 5), isExclusive: leaf, showCommentArea: leaf }, { requiredKeys: [] }));
const validator = fc.oneof(leaf, fc.record({ type: fc.constantFrom('numeric', 'text', 'regex', 'email', 'expression', 'answercount', 'la'), text: words, minValue: leaf, maxValue: leaf, minLength: leaf, maxLength: leaf, regex: leaf, minCount: leaf, maxCount: leaf, expression, caseInsensitive: leaf, allowDigits: leaf }, { requiredKeys: ['type'] }));

const { one } = fc.letrec<{ one: Record<string, unknown>; elements: unknown }>((tie) => ({
  elements: fc.oneof({ maxDepth: 2, depthIdentifier: 'survey' }, fc.constant<unknown>([]), list(tie('one'))),
  one: fc.record({
    type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...TYPES) }, { weight: 1, arbitrary: leaf }), name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...NAMES) }, { weight: 1, arbitrary: leaf }), title: words, description: words, isRequired: leaf, visibleIf: expression, requiredIf: expression, enableIf: expression, visible: leaf,
    choices: list(choice, 4), rows: list(choice), columns: list(fc.oneof(choice, fc.record({ name: fc.constantFrom<unknown>('a', 'b', 'x y', 5), title: words, cellType: fc.constantFrom('text', 'dropdown', 'checkbox', 'rating', 'boolean', 'comment', 'la', 'default'), choices: list(choice), isRequired: leaf, visibleIf: expression }, { requiredKeys: [] }))), items: list(fc.record({ name: leaf, title: words, inputType: leaf, isRequired: leaf }, { requiredKeys: [] })),
    elements: tie('elements'), templateElements: tie('elements'), rateValues: list(choice), rateMin: leaf, rateMax: leaf, rateStep: leaf, rateCount: leaf, rateType: leaf, minRateDescription: words, maxRateDescription: words, inputType: fc.oneof(leaf, fc.constantFrom('number', 'date', 'email', 'tel', 'range', 'time', 'month', 'url')), min: leaf, max: leaf, step: leaf, maxLength: leaf,
    validators: list(validator), defaultValue: leaf, correctAnswer: leaf, showOtherItem: leaf, showNoneItem: leaf, showCommentArea: leaf, hasComment: leaf, choicesOrder: leaf, choicesByUrl: leaf, choicesFromQuestion: fc.oneof(leaf, fc.constantFrom<unknown>(...NAMES)), choicesMin: leaf, choicesMax: leaf, minSelectedChoices: leaf, maxSelectedChoices: leaf, valueTrue: leaf, valueFalse: leaf, labelTrue: words, labelFalse: words,
    html: words, isAllRowRequired: leaf, cellType: leaf, rowsOrder: leaf, panelCount: leaf, minPanelCount: leaf, maxPanelCount: leaf, rowCount: leaf, minRowCount: leaf, templateTitle: words, sliderType: fc.constantFrom('single', 'range', 'la'), selectToRankEnabled: leaf, multiSelect: leaf, altText: words, placeholder: words, requiredErrorText: words, swapOrder: leaf, la: leaf,
  }, { requiredKeys: ['type'] }),
}));

export const anySurvey: fc.Arbitrary<unknown> = fc.record({
  title: words, description: words, locale: leaf, completedHtml: words, pages: list(fc.oneof({ weight: 8, arbitrary: fc.record({ name: leaf, title: words, description: words, elements: fc.array(one, { maxLength: 5 }), visibleIf: expression, visible: leaf, questionOrder: leaf }, { requiredKeys: ['elements'] }) }, { weight: 1, arbitrary: leaf })), elements: list(one),
  triggers: list(fc.record({ type: fc.constantFrom('complete', 'visible', 'setvalue', 'skip', 'la'), expression, questions: list(fc.constantFrom(...NAMES)), pages: leaf, name: fc.constantFrom(...NAMES), operator: fc.constantFrom('equal', 'empty', 'la'), value: leaf }, { requiredKeys: [] })), calculatedValues: leaf, questionsOnPageMode: leaf, questionOrder: leaf, sendResultOnPageNext: leaf, la: leaf,
}, { requiredKeys: ['pages'] });
