import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faultsOf } from '@dvc/testing/harness/audit.js';
import type { SurveyResponse } from '@dvc/core';
import { afterService, everyType, quietly, show, surveyOf, type Shown } from './survey.test-helper.js';

const kept = ({ fake }: Shown): SurveyResponse[] => [...fake.kept.values()];
const level = { type: 'string', title: 'Mức độ hài lòng', oneOf: [{ const: 'tot', title: 'Tốt' }, { const: 'kem', title: 'Kém' }], 'x-dvc': { widget: 'scale' } };

beforeEach(() => { localStorage.clear(); });

describe('<dvc-survey>', () => {
  it('is answered and sent: what was shown, and nothing of what was not', async () => {
    const shown = await show(afterService, { attributes: { agency: 'H99.01', procedure: '1.001193', channel: 'portal', dossier: 'H99.01-261121-0042' } });
    expect(shown.events('dvc-ready')).to.deep.equal([{ survey: 'thu/sau-khi-nop', version: '1.0.0', pages: 1 }]);
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.choose('Điều gì cần cải thiện?', 'Khác');
    await shown.type('Xin ghi rõ', 'Thiếu chỗ ngồi');
    await shown.choose('Điều gì cần cải thiện?', 'Khác');
    await shown.choose('Điều gì cần cải thiện?', 'Thời gian giải quyết');
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn ông/bà đã góp ý');
    await shown.sees('Ý kiến của ông/bà giúp Ủy ban nhân dân xã phục vụ tốt hơn.');
    expect(kept(shown).map(({ answers, outcome, context, locale }) => ({ answers, outcome, context, locale }))).to.deep.equal([
      { answers: { level: 'hai-long', improve: ['thoi-gian'] }, outcome: 'complete', locale: 'vi', context: { agency: 'H99.01', procedure: '1.001193', channel: 'portal' } },
    ]);
    expect(shown.focus()?.id, 'the focus goes to what is new').to.equal('dvc-end');
    expect(shown.events('dvc-submitted').map(({ survey, outcome, queued, receipt }) => [survey, outcome, queued, typeof receipt])).to.deep.equal([['thu/sau-khi-nop', 'complete', false, 'string']]);
    expect(JSON.stringify(shown.events('dvc-change')), 'a host hears what was asked, not what was answered').to.not.contain('hai-long');
  });

  it('loses nothing of what is done before its second half is there', async () => {
    const shown = await show(afterService);
    const radios = [...shown.root.querySelectorAll<HTMLInputElement>('.worded input')];
    radios[1]!.click();
    const area = shown.root.querySelector('textarea')!;
    area.value = 'Nhanh';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn');
    expect(kept(shown)[0]?.answers).to.deep.equal({ level: 'hai-long', note: 'Nhanh' });
  });

  it('says what must be mended in a list that takes the focus, whose links lead there, without a change of the address', async () => {
    const shown = await show(afterService);
    const { href } = location;
    await shown.press('Gửi ý kiến');
    await shown.sees('Còn 1 câu cần xem lại');
    expect(shown.focus()?.className).to.equal('summary');
    expect(faultsOf(shown.root)).to.deep.equal([]);
    shown.root.querySelector<HTMLElement>('.summary a')!.click();
    expect((shown.focus() as HTMLInputElement).name).to.equal('q_level');
    expect(location.href).to.equal(href);
    await shown.choose('Nhìn chung', 'Rất hài lòng');
    expect(shown.root.querySelector('.summary')).to.equal(null);
    expect(shown.fake.heard).to.deep.equal([]);
  });

  it('asks once more for what it would like to know, and then lets it pass', async () => {
    const shown = await show(surveyOf({ note: { type: 'string', title: 'Góp ý', 'x-dvc': { softRequired: true } } }));
    await shown.press('Gửi ý kiến');
    await shown.sees('Ông/bà chưa trả lời câu này.');
    expect(shown.focus()?.id).to.equal('q_note');
    expect(shown.root.querySelectorAll('[aria-invalid=true]'), 'it is no error').to.have.length(0);
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn');
  });

  it('leads through its pages and back, and tells where it is; parts on the way are one response', async () => {
    const shown = await show(everyType);
    await shown.sees('Kính chào ông/bà');
    await shown.press('Tiếp tục');
    expect(shown.focus()?.textContent).to.equal('Về hồ sơ');
    await shown.sees('Trang 2 trên 5');
    await shown.choose('Trong 12 tháng qua', 'Có');
    await shown.choose('Ông/bà nộp hồ sơ bằng cách nào?', 'Tại quầy');
    await shown.press('Tiếp tục');
    await shown.press('Quay lại');
    expect(shown.root.querySelector<HTMLInputElement>('input[value=counter]')!.checked, 'nothing is lost on the way back').to.equal(true);
    await shown.press('Tiếp tục');
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.choose('Thái độ giao tiếp của công chức', 'Rất hài lòng');
    await shown.press('Tiếp tục');
    await shown.press('Tiếp tục');
    await shown.press('Gửi ý kiến');
    await shown.sees('Ý kiến của ông/bà đã đến cơ quan phụ trách.');
    expect(kept(shown).map(({ outcome, answers }) => [outcome, answers])).to.deep.equal([['complete', { resident: true, way: 'counter', level: 'hai-long', matrix: { manner: 'rat-hai-long' } }]]);
    const revisions = shown.fake.heard.map(({ response }) => response.revision);
    expect(revisions.length).to.be.greaterThan(3);
    expect(revisions, 'each part is newer than the one before').to.deep.equal([...new Set(revisions)].sort((a, b) => a - b));
    expect(shown.events('dvc-step').map(({ index }) => index)).to.deep.equal([1, 2, 1, 2, 3, 4]);
  });

  it('ends early for whom it is not meant, and lets them correct what they said', async () => {
    const shown = await show(everyType);
    await shown.press('Tiếp tục');
    await shown.choose('Trong 12 tháng qua', 'Không');
    await shown.choose('Ông/bà nộp hồ sơ bằng cách nào?', 'Tại quầy');
    await shown.press('Tiếp tục');
    await shown.sees('Phiếu này dành cho người đã làm thủ tục trong 12 tháng qua.');
    expect(kept(shown).map(({ outcome }) => outcome)).to.deep.equal(['screened-out']);
    await shown.press('Quay lại');
    await shown.choose('Trong 12 tháng qua', 'Có');
    await shown.press('Tiếp tục');
    await shown.sees('Mức độ hài lòng');
  });

  it('puts an earlier answer into a title as text, whatever it is', async () => {
    const shown = await show(surveyOf({
      place: { type: 'string', title: 'Nơi nộp' }, level: { ...level, title: 'Nơi đó thế nào?', 'x-dvc': { widget: 'radio', titleParts: ['Ông/bà thấy ', { var: '/place' }, ' thế nào?'] } },
    }, { steps: [{ id: 'a', title: 'Nơi', fields: ['/place'] }, { id: 'b', title: 'Ý kiến', fields: ['/level'] }] }));
    await shown.type('Nơi nộp', '<img src=x onerror=alert(1)>');
    await shown.press('Tiếp tục');
    await shown.sees('Ông/bà thấy <img src=x onerror=alert(1)> thế nào?');
    expect(shown.root.querySelector('img')).to.equal(null);
  });

  it('shows one question at a time where that is wanted', async () => {
    const shown = await show(afterService, { attributes: { mode: 'one' } });
    await shown.sees('Câu 1 trên 4');
    await shown.choose('Nhìn chung', 'Bình thường');
    await shown.press('Tiếp tục');
    await shown.sees('Câu 2 trên 4');
    expect(shown.root.querySelectorAll('.q')).to.have.length(1);
  });

  it('is one response when it is sent twice: a double click, an answer that was lost, a second attempt', async () => {
    const shown = await show(afterService, { fake: { latencyMs: 30 } });
    await shown.choose('Nhìn chung', 'Hài lòng');
    shown.fake.set({ trouble: { kind: 'failed', reason: 'timeout' } });
    await shown.press('Gửi ý kiến');
    await shown.sees('Câu trả lời vẫn còn ở đây');
    shown.fake.set({ trouble: undefined as never });
    const button = shown.root.querySelector<HTMLElement>('[data-action=next]')!;
    button.click();
    button.click();
    await shown.sees('Cảm ơn');
    expect(new Set(shown.fake.heard.map(({ response: { id, revision } }) => `${id}/${revision}`)).size).to.equal(1);
    expect(shown.fake.heard).to.have.length(2);
  });

  it('says what a keeper has found and this page has not, where it stands', async () => {
    const shown = await show(everyType, { fake: { trouble: { kind: 'issues', issues: [{ path: '/where', code: 'maxLength', params: { limit: 200 } }] } } });
    await shown.press('Tiếp tục');
    await shown.choose('Trong 12 tháng qua', 'Có');
    await shown.choose('Ông/bà nộp hồ sơ bằng cách nào?', 'Tại quầy');
    await shown.press('Tiếp tục');
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.choose('Thái độ giao tiếp', 'Hài lòng');
    for (let i = 0; i < 2; i++) await shown.press('Tiếp tục');
    await shown.press('Gửi ý kiến');
    await shown.sees('Rút gọn còn tối đa 200 ký tự.');
    await shown.sees('Về hồ sơ');
  });

  for (const [reason, sentence] of [['spent', 'Hồ sơ này đã có phiếu góp ý.'], ['not-eligible', 'Phiếu này chỉ dành cho người đã nộp hồ sơ.'], ['closed', 'Phiếu khảo sát này đã đóng.'], ['withdrawn', 'đã được rút lại'], ['attempts', 'quá nhiều phiếu']] as const) {
    it(`says that it is refused: ${reason}`, async () => {
      const shown = await show(afterService, { fake: { trouble: { kind: 'refused', reason } } });
      await shown.choose('Nhìn chung', 'Hài lòng');
      await shown.press('Gửi ý kiến');
      await shown.sees(sentence);
    });
  }

  it('says that it waits when there is no connection, and for how long the page must stay open', async () => {
    const shown = await show(afterService, { fake: { trouble: { kind: 'queued' } } });
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.press('Gửi ý kiến');
    await shown.sees('Ý kiến của ông/bà đang chờ gửi');
    await shown.sees('Xin ông/bà để trang này mở đến lúc đó.');
  });

  it('is the host’s to send when the host says so, and shows what it shows in a preview, where nothing is sent', async () => {
    const host = await show(afterService);
    host.element.addEventListener('dvc-submit', (event) => { event.preventDefault(); });
    await host.choose('Nhìn chung', 'Hài lòng');
    await host.press('Gửi ý kiến');
    await host.sees('Cảm ơn');
    expect((host.events('dvc-submit')[0]?.['response'] as SurveyResponse).answers).to.deep.equal({ level: 'hai-long' });
    const preview = await show(everyType, { attributes: { preview: '' } });
    await preview.sees('Bản xem thử');
    await preview.press('Tiếp tục');
    await preview.choose('Trong 12 tháng qua', 'Không');
    await preview.choose('Ông/bà nộp hồ sơ', 'Tại quầy');
    await preview.press('Tiếp tục');
    expect([...host.fake.heard, ...preview.fake.heard]).to.deep.equal([]);
  });

  it('shows its invitation, and asks for it once', async () => {
    let asked = 0;
    const shown = await show(everyType, { given: { invitation: async () => { asked += 1; return 'token-1'; } } });
    await shown.press('Tiếp tục');
    await shown.choose('Trong 12 tháng qua', 'Có');
    await shown.choose('Ông/bà nộp hồ sơ', 'Tại quầy');
    await shown.press('Tiếp tục');
    await shown.settled();
    expect(shown.fake.heard.map(({ invitation }) => invitation)).to.deep.equal(['token-1', 'token-1']);
    expect(asked).to.equal(1);
  });

  it('takes back on the page that thanks what was just sent, and says when it could not', async () => {
    const shown = await show(surveyOf({ words: { type: 'string', title: 'Góp ý', maxLength: 100 } }));
    await shown.type('Góp ý', 'Nói nhầm');
    await shown.press('Gửi ý kiến');
    await shown.sees('Nếu đổi ý, ông/bà rút lại ngay trên trang này');
    expect(kept(shown)).to.have.length(1);
    const { withdraw } = shown.fake;
    shown.fake.withdraw = async () => 'failed';
    await shown.press('Rút lại ý kiến');
    await shown.sees('Chưa rút lại được ý kiến.');
    expect(kept(shown)).to.have.length(1);
    shown.fake.withdraw = withdraw;
    await shown.press('Rút lại ý kiến');
    await shown.sees('Câu trả lời của ông/bà đã được xóa và không tính vào kết quả khảo sát.');
    expect([kept(shown).length, shown.focus()?.id, shown.text().includes('Cảm ơn')]).to.deep.equal([0, 'dvc-end', false]);
  });

  it('begins with what the host already knows was answered, tells of which procedure it was, and keeps nothing for the next person', async () => {
    const scale = { type: 'string', title: 'Ông/bà có hài lòng không?', oneOf: [{ const: 'co', title: 'Có' }, { const: 'khong', title: 'Không' }], 'x-dvc': { widget: 'radio' } };
    const shown = await show(surveyOf({ satisfied: scale }), { attributes: { procedure: '1.004194' }, given: { answers: { satisfied: 'khong', stranger: 'x' } } });
    expect(shown.root.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('khong');
    await shown.press('Gửi ý kiến');
    await shown.settled();
    expect(shown.events('dvc-submit')[0]!['response']).to.deep.include({ answers: { satisfied: 'khong' } });
    expect(shown.events('dvc-submitted')[0]).to.include({ survey: 'thu/nho', procedure: '1.004194' });
    shown.element.restart();
    await shown.settled();
    expect(shown.root.querySelector('input:checked')).to.equal(null);
  });

  it('keeps what was answered when the language changes', async () => {
    const shown = await show(afterService);
    await shown.choose('Nhìn chung', 'Hài lòng');
    shown.element.locale = 'en';
    await shown.settled();
    await shown.sees('How was submitting your dossier?');
    expect(shown.root.querySelector<HTMLInputElement>('input[value=hai-long]')!.checked).to.equal(true);
    await shown.press('Send');
    await shown.sees('Thank you for your feedback');
    expect(kept(shown)[0]?.locale).to.equal('en');
  });

  it('takes a number as it is written here, says what is none, and keeps what is being typed', async () => {
    const shown = await show(surveyOf({ visits: { type: 'number', minimum: 0, title: 'Bao nhiêu km?', 'x-dvc': { widget: 'number' } } }));
    const box = () => shown.root.querySelector<HTMLInputElement>('input')!;
    for (const text of ['1,', '1,0', '1,05']) { await shown.type('Bao nhiêu km?', text); expect(box().value).to.equal(text); }
    await shown.type('Bao nhiêu km?', 'nhiều');
    await shown.press('Gửi ý kiến');
    await shown.sees('Nhập một số, ví dụ 12.');
    await shown.type('Bao nhiêu km?', '1,05');
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn');
    expect(kept(shown)[0]?.answers).to.deep.equal({ visits: 1.05 });
  });

  it('is not open before its day, nor after it', async () => {
    const when = (survey: object) => show({ ...afterService, survey });
    await (await when({ opens: '2999-01-31' })).sees('Phiếu khảo sát này mở từ ngày 31/01/2999.');
    const closed = await when({ closes: '2020-01-31' });
    await closed.sees('Phiếu khảo sát này đã đóng.');
    expect(closed.root.querySelectorAll('input, textarea')).to.have.length(0);
  });

  it('tells a person calmly, and the page’s developer exactly, when it cannot be had or is broken', async () => {
    const lines = await quietly(async () => {
      const broken = await show({ ...afterService, schema: { type: 'object', properties: { a: { type: 'string', madeUp: 1 } } } });
      await broken.sees('Chưa mở được phiếu khảo sát.');
      expect(broken.events('dvc-error').map(({ code }) => code)).to.deep.equal(['DVC-702']);
      const gone = await show(undefined, { attributes: { src: '/nowhere/survey.json' } });
      await gone.sees('Chưa mở được phiếu khảo sát.');
      expect(gone.events('dvc-error').map(({ code }) => code)).to.deep.equal(['DVC-701']);
      const form = await show({ ...afterService, kind: 'form' });
      expect(form.events('dvc-error').map(({ code }) => code)).to.deep.equal(['DVC-702']);
    });
    expect(lines[0]).to.contain('[dvc-survey] unknown-keyword at /schema/properties/a/madeUp');
  });

  it('says when nobody can take a response, and keeps the answers', async () => {
    await quietly(async () => {
      const shown = await show(afterService, { given: { backend: undefined } });
      await shown.choose('Nhìn chung', 'Hài lòng');
      await shown.press('Gửi ý kiến');
      await shown.sees('Hệ thống gặp sự cố nên ý kiến chưa được gửi.');
      expect(shown.events('dvc-error').map(({ code }) => code)).to.deep.equal(['DVC-704']);
      expect(shown.root.querySelector<HTMLInputElement>('input[value=hai-long]')!.checked).to.equal(true);
    });
  });

  it('reads the document that stands inside of the tag', async () => {
    const shown = await show(undefined);
    const script = Object.assign(document.createElement('script'), { type: 'application/json', slot: 'document', textContent: JSON.stringify(afterService) });
    shown.element.remove();
    shown.element.append(script);
    shown.holder.append(shown.element);
    await shown.sees('Ông/bà thấy việc nộp hồ sơ thế nào?');
  });

  it('leaves nothing for the form of the page around it: Enter presses no button of the host', async () => {
    const shown = await show(surveyOf({ note: { type: 'string', title: 'Góp ý', maxLength: 100 } }));
    const form = document.createElement('form');
    let submitted = 0;
    form.addEventListener('submit', (event) => { event.preventDefault(); submitted++; });
    form.append(document.createElement('input'), document.createElement('button'));
    shown.holder.append(form);
    form.append(shown.element);
    await shown.settled();
    shown.root.querySelector<HTMLInputElement>('input')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(submitted).to.equal(0);
  });
});

describe('every page of a survey with every type', () => {
  for (const width of [800, 320]) {
    it(`is sound at ${width} px: axe, markup, no wider than its column`, async function () {
      this.timeout(60_000);
      const shown = await show(everyType, { width });
      const sound = async (what: string) => {
        await shown.settled();
        expect(faultsOf(shown.root), what).to.deep.equal([]);
        expect(shown.element.scrollWidth, what).to.be.at.most(width);
        await expect(shown.element).to.be.accessible();
      };
      for (let page = 1; page <= 5; page++) {
        await shown.sees(`Trang ${page} trên 5`);
        await sound(`page ${page}`);
        if (page === 2) {
          await shown.press('Tiếp tục');
          await sound('page 2, with what is wrong');
          await shown.choose('Trong 12 tháng qua', 'Có');
          await shown.choose('Ông/bà nộp hồ sơ', 'Tại quầy');
        }
        if (page === 3) {
          await shown.press('Tiếp tục');
          await sound('page 3, with what is wrong');
          await shown.choose('Nhìn chung', 'Hài lòng');
          await shown.choose('Thái độ giao tiếp', 'Hài lòng');
        }
        await shown.press(page === 5 ? 'Gửi ý kiến' : 'Tiếp tục');
      }
      await shown.sees('Cảm ơn');
      await sound('the end');
    });
  }
});
