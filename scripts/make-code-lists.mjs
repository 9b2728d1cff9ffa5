// Writes schemas/code-lists from a folder of source data: node scripts/make-code-lists.mjs <folder>
// The folder holds provinces-2025.json, communes-2025.json, ethnic-groups.json, identity-rules.json, holidays-vn.json.
// The written files are committed; run this again only when the source data changes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source] = process.argv.slice(2);
if (!source) {
  console.error('Say where the source data is: node scripts/make-code-lists.mjs <folder>');
  process.exit(1);
}
const target = new URL('../schemas/code-lists/', import.meta.url).pathname;
const data = (name) => JSON.parse(readFileSync(join(source, name), 'utf8'));
const CHECKED = '2026-11-21';
const MIT = 'MIT, Copyright (c) thanglequoc and contributors (vietnamese-provinces-database)';
const index = [];

/** One item per line, so that a change of one unit is one line of a diff. */
function write(file, { items, ...head }) {
  const lines = Object.entries(head).filter(([, value]) => value !== undefined).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  lines.push(`  "items": [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`);
  writeFileSync(join(target, file), `{\n${lines.join(',\n')}\n}\n`.normalize('NFC'));
}
function list(head, items) {
  write(`${head.id}.json`, { ...head, items });
  index.push({ id: head.id, version: head.version, file: `${head.id}.json`, count: items.length });
}
/** Optional keys only when they hold something. */
const item = (code, name, more = {}) => ({ code, name, ...Object.fromEntries(Object.entries(more).filter(([, v]) => v !== undefined && v.length !== 0)) });
const unmarked = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const bare = (name) => name.replace(/^(Tỉnh|Thành phố|Thủ đô) /, '');

// Spellings and short forms that people type, beside the short name and the English one.
const PROVINCE_ALIASES = { '01': ['HN'], '79': ['TP.HCM', 'HCM', 'Sài Gòn', 'SG'], '66': ['Đắc Lắc', 'Đăk Lăk'], '31': ['HP'], '48': ['ĐN'] };
const FORMER_ALIASES = { 'Bà Rịa - Vũng Tàu': ['Vũng Tàu'], 'Đắk Nông': ['Đắc Nông', 'Đăk Nông'], 'Bắc Kạn': ['Bắc Cạn'] };

function provincesAndCommunes() {
  const { provinces, asOf, source: sources } = data('provinces-2025.json');
  const version = asOf.slice(0, 10);
  const facts = { version, source: sources.join('; '), asOf: version, licence: MIT, confidence: 'high' };
  list({ id: 'provinces', ...facts, note: 'formerly: provinces that were merged into this one on 2025-07-01 (Nghị quyết 202/2025/QH15), and Thừa Thiên Huế, renamed on 2025-01-01' }, provinces.map((p) => {
    // Without marks, because the lists disagree on the tone mark of Thanh Hoá and Khánh Hoà; not by code, because Lào Cai has the old code of Yên Bái.
    const former = p.formedFrom.map((f) => bare(f.oldName)).filter((name) => unmarked(name) !== unmarked(p.name)).concat(p.code === '46' ? ['Thừa Thiên Huế'] : []);
    return item(p.code, p.fullName, {
      nameEn: p.nameEn,
      aliases: [p.name, ...(PROVINCE_ALIASES[p.code] ?? [])],
      formerly: former.flatMap((name) => [name, ...(FORMER_ALIASES[name] ?? [])]),
    });
  }));

  const { communes, source: from } = data('communes-2025.json');
  const kinds = { P: 'Phường', X: 'Xã', D: 'Đặc khu' };
  const { compare } = new Intl.Collator('vi');
  mkdirSync(join(target, 'communes'), { recursive: true });
  const counts = {};
  for (const [province, units] of Object.entries(communes)) {
    const items = [...units].sort((a, b) => compare(a[1], b[1])).map(([code, name, kind]) => item(code, `${kinds[kind]} ${name}`));
    write(`communes/${province}.json`, { id: 'communes', within: province, version, source: from, asOf: version, licence: MIT, confidence: 'high', items });
    counts[province] = items.length;
  }
  index.push({ id: 'communes', version, file: 'communes/{within}.json', within: 'provinces', count: Object.values(counts).reduce((a, b) => a + b), counts });
}

function ethnicGroups() {
  const { groups, extra } = data('ethnic-groups.json');
  list({
    id: 'ethnic-groups', version: CHECKED, asOf: CHECKED, confidence: 'medium',
    source: 'Quyết định 121-TCTK/PPCĐ ngày 02/3/1979 (54 dân tộc): names and order corroborated, codes from general knowledge; 55 is used by statistics and portals for foreigners, unverified',
  }, [...groups, ...extra].map((g) => item(g.code, g.nameVi, { aliases: g.aliases })));
}

const COUNTRIES = `VN AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ
  DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI
  LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC
  SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE YE ZM ZW VA PS TW HK MO`.split(/\s+/);
// As a civil-status clerk writes them, where CLDR says something else.
const NAMES = {
  GB: 'Anh', CV: 'Cabo Verde', CD: 'Cộng hòa Dân chủ Congo', CG: 'Cộng hòa Congo', CI: 'Bờ Biển Ngà', CZ: 'Cộng hòa Séc', LB: 'Liban', MM: 'Myanmar', MA: 'Maroc',
  SA: 'Ả Rập Xê Út', VA: 'Vatican', PS: 'Palestine', TW: 'Đài Loan (Trung Quốc)', HK: 'Hồng Kông (Trung Quốc)', MO: 'Ma Cao (Trung Quốc)', AE: 'Các Tiểu vương quốc Ả Rập Thống nhất',
  GE: 'Gruzia', KN: 'Saint Kitts và Nevis', LC: 'Saint Lucia', VC: 'Saint Vincent và Grenadines', AU: 'Úc', LT: 'Litva',
};
const COUNTRY_ALIASES = {
  US: ['Mỹ', 'Hợp chủng quốc Hoa Kỳ', 'USA'], GB: ['Vương quốc Anh', 'Liên hiệp Anh', 'UK'], AU: ['Australia', 'Ô-xtrây-li-a'], CN: ['Cộng hòa Nhân dân Trung Hoa'],
  KR: ['Đại Hàn Dân Quốc', 'Nam Hàn', 'Korea'], KP: ['Bắc Triều Tiên', 'Cộng hòa Dân chủ Nhân dân Triều Tiên'], RU: ['Liên bang Nga'], DE: ['Cộng hòa Liên bang Đức'],
  KH: ['Cam-pu-chia', 'Căm-pu-chia'], MM: ['Miến Điện'], TH: ['Thái'], JP: ['Nhật'], CI: ['Côte d\'Ivoire'], NL: ['Netherlands'], CZ: ['Séc', 'Tiệp'], CV: ['Cape Verde'],
  ID: ['In-đô-nê-xi-a'], MY: ['Ma-lai-xi-a'], SG: ['Xin-ga-po'], PH: ['Phi-líp-pin'], MN: ['Mongolia'], GE: ['Georgia'], IN: ['India'], LA: ['Cộng hòa Dân chủ Nhân dân Lào'],
  VN: ['Cộng hòa xã hội chủ nghĩa Việt Nam'], CH: ['Thụy Sỹ'], LB: ['Li-băng', 'Lebanon'], MA: ['Ma-rốc'], TL: ['Đông Timor'], BY: ['Bạch Nga'], CD: ['Congo - Kinshasa'], CG: ['Congo - Brazzaville'],
};

function countries() {
  const vi = new Intl.DisplayNames('vi', { type: 'region' }), en = new Intl.DisplayNames('en', { type: 'region' });
  const { compare } = new Intl.Collator('vi');
  const all = COUNTRIES.map((code) => item(code, NAMES[code] ?? vi.of(code), { nameEn: en.of(code).replace(/’/g, "'"), aliases: COUNTRY_ALIASES[code] }))
    .sort((a, b) => Number(b.code === 'VN') - Number(a.code === 'VN') || compare(a.name, b.name));
  const facts = {
    version: CHECKED, asOf: CHECKED, confidence: 'medium', licence: 'Names partly from Unicode CLDR (Unicode-3.0)',
    source: `ISO 3166-1 alpha-2 codes; Vietnamese names from Unicode CLDR ${process.versions.cldr} (Intl.DisplayNames), edited to what clerks write from general knowledge; no official Vietnamese list was at hand`,
  };
  list({ id: 'countries', ...facts }, all);
  // A citizen of Hong Kong or Macao is a Chinese national. XXA is the code that passports use for stateless persons (ICAO Doc 9303).
  list({ id: 'nationalities', ...facts }, [...all.filter(({ code }) => !['HK', 'MO'].includes(code)), item('XXA', 'Không quốc tịch', { nameEn: 'Stateless' })]);
}

function smallLists() {
  const { idDocumentTypes } = data('identity-rules.json');
  list({
    id: 'id-documents', version: CHECKED, asOf: CHECKED, confidence: 'medium',
    source: 'Kinds of papers in civil-status and residence forms; chứng minh nhân dân is left out: no longer valid since 2025-01-01 (unverified)',
  }, idDocumentTypes.filter(({ key }) => key !== 'cmnd').map((d) => item(d.key, d.labelVi, {
    nameEn: { 'the-can-cuoc': 'Identity card (2024)', cccd: 'Citizen identity card', 'gcn-can-cuoc': 'Identity certificate', passport: 'Passport' }[d.key],
    aliases: { cccd: ['CCCD'], 'the-can-cuoc': ['Căn cước'] }[d.key],
  })));
  list({ id: 'relationships', version: CHECKED, asOf: CHECKED, confidence: 'medium', source: 'Relation to the head of a household as CT01 forms list it; from general knowledge' }, [
    ['head', 'Chủ hộ', 'Head of household'], ['wife', 'Vợ', 'Wife'], ['husband', 'Chồng', 'Husband'], ['child', 'Con', 'Child'], ['father', 'Cha', 'Father', ['Bố', 'Ba']], ['mother', 'Mẹ', 'Mother', ['Má']],
    ['grandfather', 'Ông', 'Grandfather'], ['grandmother', 'Bà', 'Grandmother'], ['grandchild', 'Cháu', 'Grandchild, niece or nephew'], ['elder-brother', 'Anh', 'Elder brother'], ['elder-sister', 'Chị', 'Elder sister'], ['younger-sibling', 'Em', 'Younger brother or sister'],
    ['lodger', 'Người ở nhờ, ở thuê', 'Lodger or tenant'], ['other', 'Khác', 'Other'],
  ].map(([code, name, nameEn, aliases]) => item(code, name, { nameEn, aliases })));
  list({ id: 'residence-kinds', version: CHECKED, asOf: CHECKED, confidence: 'medium', source: 'Luật Cư trú 68/2020/QH14; kinds as civil-status forms list them' }, [
    item('permanent', 'Thường trú', { nameEn: 'Permanent residence' }), item('temporary', 'Tạm trú', { nameEn: 'Temporary residence' }), item('current', 'Nơi ở hiện tại', { nameEn: 'Current dwelling' }),
  ]);
  const places = [['01', 'xã Suối Mây', 'Suoi May Commune'], ['02', 'xã Đồng Sen Hồ', 'Dong Sen Ho Commune'], ['03', 'phường Bến Trúc Xanh', 'Ben Truc Xanh Ward']];
  list({ id: 'agencies', version: CHECKED, asOf: CHECKED, confidence: 'low', source: 'FICTIONAL: no such commune exists; a host brings its own list' }, [
    ...places.map(([no, name, en]) => ({ ...item(`H99.${no}`, `Ủy ban nhân dân ${name}`, { nameEn: `People's Committee of ${en}`, aliases: [`UBND ${name}`] }), kind: 'peoples-committee' })),
    ...places.map(([no, name, en]) => ({ ...item(`H99.${Number(no) + 50}`, `Công an ${name}`, { nameEn: `Police of ${en}` }), kind: 'police' })),
  ]);
}

function holidays() {
  const { officialOff, officialOffSource, law } = data('holidays-vn.json');
  const names = {
    '01-01': 'Tết Dương lịch', '04-27': 'Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)', '04-30': 'Ngày Chiến thắng', '05-01': 'Ngày Quốc tế lao động',
    '09-01': 'Quốc khánh', '09-02': 'Quốc khánh', '11-24': 'Ngày Văn hóa Việt Nam',
  };
  const off = officialOff['2026'].map((code) => ({ code, name: names[code.slice(5)] ?? 'Tết Nguyên đán', kind: 'off', confidence: code.endsWith('09-01') ? 'low' : 'high' }));
  const swap = (code, name, kind) => ({ code, name, kind, confidence: 'low' });
  const byLaw = (code, name) => ({ code, name, kind: 'off', confidence: 'low' });
  const items = [
    ...off,
    swap('2026-01-02', 'Hoán đổi ngày làm việc', 'off'), swap('2026-01-10', 'Làm bù cho ngày 02/01/2026', 'worked'),
    swap('2026-08-31', 'Hoán đổi ngày làm việc', 'off'), swap('2026-08-22', 'Làm bù cho ngày 31/8/2026', 'worked'),
    // Of 2027 only what the law fixes: the five days of Tết and the second day of Quốc khánh are decided each year.
    byLaw('2027-01-01', 'Tết Dương lịch'), byLaw('2027-02-08', 'Tết Nguyên đán (mùng 3)'), byLaw('2027-04-16', 'Giỗ Tổ Hùng Vương'), byLaw('2027-04-30', 'Ngày Chiến thắng'),
    byLaw('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động (01/5 là Thứ bảy)'), byLaw('2027-09-02', 'Quốc khánh'), byLaw('2027-11-24', 'Ngày Văn hóa Việt Nam'),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  const of = (kind) => items.filter((day) => day.kind === kind).map((day) => day.code);
  list({
    id: 'holidays-vn', version: CHECKED, asOf: CHECKED, confidence: 'medium', covers: { from: '2026-01-01', to: '2026-12-31' },
    source: `${law.join('; ')}. ${officialOffSource}. Swapped days (low confidence) are unverified; days of 2027 follow the law and are not yet announced. The host's calendar decides.`,
    daysOff: of('off'), workingSaturdays: of('worked'),
  }, items);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
provincesAndCommunes();
ethnicGroups();
countries();
smallLists();
holidays();
writeFileSync(join(target, 'index.json'), `{\n  "lists": [\n${index.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]\n}\n`);
console.log(index.map(({ id, count }) => `${id}: ${count}`).join('\n'));
