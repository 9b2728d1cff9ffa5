// The chunk of a document with rules or fees.
import { evaluateRule } from '../rules/evaluate.js';
import { attachRules } from './attach-rules.js';
import type { RuleEngine } from './kit.js';

export const rules: RuleEngine = { evaluate: evaluateRule, attach: attachRules };
