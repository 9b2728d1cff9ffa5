import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { render } from 'lit';
import { bars } from './bars.js';
import { columns } from './columns.js';
import { draw } from './draw.js';
import { paint, svgText, titled, type Look } from './export.js';
import { gauge } from './gauge.js';
import { readSvg } from './read-svg.test-helper.js';
import type { Paper, Scene, Shape } from './scene.js';
import { wrap } from './scene.js';
import { kindsOf, stacked } from './stacked.js';
import { ALL_TONES } from './tones.js';
import { trend } from './trend.js';

/** Letters that are all as wide as six tenths of their height. */
const measure: Paper['measure'] = (text, size) => [...text].length * size * 0.6;
const paper = (width: number, size = 15): Paper => ({ width, size, measure });
const rects = ({ shapes }: Scene, ...tones: string[]) => shapes.filter((shape): shape is Extract<Shape, { kind: 'rect' }> => shape.kind === 'rect' && tones.includes(shape.tone));
const label = fc.array(fc.constantFrom('rất', 'hài', 'lòng', 'Phường', 'Nguyễn', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '<b>'), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const part = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const width = fc.integer({ min: 240, max: 1000 });

/** Nothing of it lies outside of the paper. */
function inside({ shapes, width: wide, height }: Scene, size: number): void {
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      const long = measure(shape.text, shape.size), left = shape.anchor === 'end' ? shape.x - long : shape.anchor === 'middle' ? shape.x - long / 2 : shape.x;
      expect(left, shape.text).to.be.at.least(-1);
      expect(left + long, shape.text).to.be.at.most(wide + 1);
      expect(shape.y, shape.text).to.be.within(0, height + size * 0.3);
    }
    if (shape.kind === 'rect') {
      expect(shape.x).to.be.at.least(-0.01);
      expect(shape.x + shape.width).to.be.at.most(wide + 1.01);
      expect(shape.y + shape.height).to.be.at.most(height + 0.01);
    }
  }
}

describe('a chart', () => {
  it('of bars tells by lengths from zero on what it says in figures', () => {
    fc.assert(fc.property(fc.array(fc.record({ label, part, text: fc.constantFrom('48,0% (12)', 'dưới 5') }), { minLength: 1, maxLength: 8 }), width, (all, wide) => {
      const scene = bars(all, paper(wide)), tracks = rects(scene, 'track'), told = rects(scene, 'bar');
      inside(scene, 15);
      expect(tracks.length).to.equal(all.length);
      const given = all.filter((each) => each.part);
      expect(told.length).to.equal(given.length);
      given.forEach((each, i) => expect(told[i]!.width).to.be.closeTo(Math.max(1, each.part! * tracks[0]!.width), 0.01));
      for (const each of told) expect(each.x, 'from zero on').to.equal(tracks[0]!.x);
      // Untold is drawn, and is no bar of length zero.
      all.forEach((each, i) => expect(tracks[i]!.pattern).to.equal(each.part === null ? 'untold' : undefined));
    }));
  });

  it('of bars below zero goes to the left of it', () => {
    const scene = bars([{ label: 'a', part: 0.25, text: '−50,00' }, { label: 'b', part: 0.75, text: '50,00' }], paper(600), { zero: 0.5 });
    const [low] = rects(scene, 's5'), [high] = rects(scene, 'bar'), [track] = rects(scene, 'track');
    const zero = track!.x + track!.width / 2;
    expect(low!.x + low!.width).to.be.closeTo(zero, 0.01);
    expect(high!.x).to.be.closeTo(zero, 0.01);
    expect(low!.width).to.be.closeTo(high!.width, 0.01);
  });

  it('of whole bars is cut by the shares, and fills them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(label, fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }).filter((counts) => counts.some((count) => count > 0))), { minLength: 1, maxLength: 5 }), width, (rows, wide) => {
      const kinds = kindsOf(['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng']);
      const scene = stacked(rows.map(([name, counts]) => { const n = counts.reduce((sum, count) => sum + count, 0); return { label: name, parts: counts.map((count) => ({ part: count / n, text: `${count}` })) }; }), kinds, paper(wide), 'không công bố');
      inside(scene, 15);
      const cut = rects(scene, 's1', 's2', 's3', 's4', 's5').filter(({ edge }) => edge === 'surface');
      expect(cut.reduce((sum, each) => sum + each.width, 0)).to.be.closeTo(rows.length * wide, 0.1);
      expect(new Set(cut.map(({ tone, pattern }) => `${tone} ${pattern}`)).size, 'each answer has a look of its own').to.equal(new Set(cut.map(({ tone }) => tone)).size);
    }));
  });

  it('of whole bars leaves the room of what is not told, and gives it to no other answer', () => {
    const scene = stacked([{ label: 'a', parts: [0.5, null, 0.2, null].map((each) => ({ part: each, text: each === null ? 'không công bố' : '%' })) }], kindsOf(['1', '2', '3', '4']), paper(600), 'không công bố');
    const cut = scene.shapes.filter((shape): shape is Extract<Shape, { kind: 'rect' }> => shape.kind === 'rect' && shape.edge === 'surface');
    expect(cut.map(({ tone, pattern, width: wide }) => [tone, pattern, Math.round(wide)])).to.deep.equal([['s1', 'plain', 300], ['s4', 'back', 120], ['track', 'untold', 180]]);
  });

  it('tells up to five answers apart by their patterns alone', () => {
    for (let n = 2; n <= 5; n++) expect(new Set(kindsOf(Array.from({ length: n }, (_, i) => String(i))).map(({ pattern }) => pattern)).size).to.equal(n);
  });

  it('of columns stands on zero, and lies down where it is narrow', () => {
    const all = Array.from({ length: 11 }, (_, i) => ({ label: String(i), part: i / 10, text: `${i},0%`, kind: kindsOf(['a', 'b', 'c'])[i > 8 ? 0 : i > 6 ? 1 : 2] }));
    expect(columns(all, paper(288))).to.equal(undefined);
    const scene = columns(all, paper(880), kindsOf(['Sẵn sàng giới thiệu (9–10)', 'Trung lập (7–8)', 'Chưa sẵn sàng (0–6)']))!;
    inside(scene, 15);
    const standing = rects(scene, 's1', 's3', 's5').filter(({ height }) => height !== 6), floor = standing[0]!.y + standing[0]!.height;
    for (const each of standing) expect(each.y + each.height).to.be.closeTo(floor, 0.01);
    expect(standing.at(-1)!.height / standing[0]!.height).to.be.closeTo(10, 0.01);
  });

  it('from period to period has a whole axis, and no line over a period that is not told', () => {
    const points = [0.5, null, 0.4, 0.6, 0.7].map((at, i) => ({ label: `Quý ${i}`, at, text: at === null ? 'dưới 5' : `${at * 100}%` })), ticks = [0, 0.5, 1].map((at) => ({ at, text: `${at * 100}%`, zero: at === 0 }));
    expect(trend(points, ticks, paper(288))).to.equal(undefined);
    const scene = trend(points, ticks, paper(880))!;
    inside(scene, 15);
    const lines = scene.shapes.filter((shape): shape is Extract<Shape, { kind: 'line' }> => shape.kind === 'line' && shape.tone === 'bar');
    expect(lines.map(({ points: run }) => run.length)).to.deep.equal([3]);
    const dots = scene.shapes.filter((shape) => shape.kind === 'dot'), y = scene.shapes.filter((shape): shape is Extract<Shape, { kind: 'line' }> => shape.kind === 'line' && shape.tone !== 'bar').map(({ points: [first] }) => first![1]);
    // 0.5 of the axis is half of the way from the line of zero to the one at the top.
    expect(dots[0]!.y).to.be.closeTo((Math.max(...y) + Math.min(...y)) / 2, 0.01);
  });

  it('of one value is a straight scale, filled from zero on', () => {
    fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), width, (value, wide) => {
      const scene = gauge({ at: (value + 100) / 200, text: String(Math.round(value)), zero: 0.5, ticks: [-100, 0, 100].map((each) => ({ at: (each + 100) / 200, text: String(each) })) }, paper(wide));
      inside(scene, 15);
      const [track] = rects(scene, 'track'), [filled] = rects(scene, 'bar', 's5'), middle = track!.x + track!.width / 2;
      expect(value < 0 ? filled!.x + filled!.width : filled!.x).to.be.closeTo(middle, 1.01);
      expect(filled!.width / track!.width).to.be.closeTo(Math.abs(value) / 200, 0.01);
    }));
  });
});

describe('a text in a chart', () => {
  it('is broken into lines that fit and loses nothing', () => {
    fc.assert(fc.property(label, fc.integer({ min: 30, max: 400 }), (text, room) => {
      const lines = wrap(text, room, paper(400));
      for (const line of lines) expect(measure(line, 15) <= room || [...line].length === 1, line).to.equal(true);
      expect(lines.join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
    }));
  });
});

const look: Look = { font: 'sans-serif', paper: paper(600), colors: Object.fromEntries(ALL_TONES.map((tone, i) => [tone, `#${String(i).padStart(2, '0')}3344`])) as Look['colors'] };
const whole = (text: string): Scene => titled(stacked([{ label: text, parts: [0.2, 0.2, 0.2, 0.2, 0.2].map((each) => ({ part: each, text })) }], kindsOf(['a', 'b', 'c', 'd', 'e']), look.paper, ''), { title: text, notes: [text] }, look.paper);

describe('a picture of a chart', () => {
  it('as a file of SVG is sound XML, whatever people wrote', async () => {
    expect(await readSvg('<svg><a></svg>')).to.equal(undefined);
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const parsed = (await readSvg(svgText(whole(text), text, look)))!;
      expect([...parsed.querySelectorAll('*')].every(({ localName }) => ['svg', 'title', 'defs', 'pattern', 'path', 'rect', 'polyline', 'circle', 'text'].includes(localName))).to.equal(true);
    }));
  });

  it('is the same on a canvas as in the page: its colours stand where its shapes are', () => {
    const canvas = document.createElement('canvas'), scene = whole('Hài lòng');
    paint(canvas, scene, look);
    const pen = canvas.getContext('2d')!, scale = canvas.width / scene.width;
    for (const shape of scene.shapes) {
      if (shape.kind !== 'rect' || (shape.pattern && shape.pattern !== 'plain') || shape.width < 20) continue;
      const [r, g, b] = pen.getImageData(Math.round((shape.x + 3) * scale), Math.round((shape.y + 3) * scale), 1, 1).data;
      expect(`#${[r, g, b].map((each) => each!.toString(16).padStart(2, '0')).join('')}`).to.equal(look.colors[shape.tone]);
    }
  });

  it('stands in the page with one name and without a style attribute', () => {
    const host = document.createElement('div');
    render(draw(whole('<b>x</b>'), 'q-1', 'Biểu đồ <i>'), host);
    const svg = host.querySelector('svg')!;
    expect(svg.getAttribute('role')).to.equal('img');
    expect(svg.getAttribute('aria-label')).to.equal('Biểu đồ <i>');
    expect(host.querySelectorAll('[style], b, i').length).to.equal(0);
    const ids = [...svg.querySelectorAll('pattern')].map(({ id }) => id);
    for (const each of svg.querySelectorAll('[fill^="url"]')) expect(ids).to.include(/#(.+)\)/.exec(each.getAttribute('fill')!)![1]);
  });
});
