import { h } from './kit.js';

export function showMeasures(put) { put('Đo lường', h('p', {}, 'Đang được làm.')); }
