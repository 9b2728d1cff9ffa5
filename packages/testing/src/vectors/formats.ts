import { formats, type Json } from '@dvc/schema';

/** [format, typed text, the answer that is kept, or {reason}]: written by hand from the rule of each format. Numbers are made up. */
const written: readonly (readonly [string, string, string | { reason: string }])[] = [
  ['personal-id', '001 099 000001', '001099000001'], ['personal-id', '079.203.123456', '079203123456'], ['personal-id', '00109900000', { reason: 'length' }], ['personal-id', '0010990000011', { reason: 'length' }], ['personal-id', '00109900000a', { reason: 'length' }], ['personal-id', '001999000001', { reason: 'structure' }],
  ['tax-code', '0123456787', '0123456787'], ['tax-code', '0123456787 001', '0123456787-001'], ['tax-code', '0123456787-001', '0123456787-001'], ['tax-code', '001099000001', '001099000001'], ['tax-code', '0123456789', { reason: 'check-digit' }], ['tax-code', '01234567', { reason: 'length' }],
  ['phone', '0912.345.678', '0912345678'], ['phone', '+84 912 345 678', '0912345678'], ['phone', '84912345678', '0912345678'], ['phone', '0084912345678', '0912345678'], ['phone', '024 3825 0000', '02438250000'], ['phone', '091234567', { reason: 'length' }], ['phone', '+1 202 555 0100', { reason: 'country' }], ['phone', 'không có', { reason: 'characters' }],
  ['email', ' Nguoi.Dan@Example.VN ', 'Nguoi.Dan@example.vn'], ['email', 'a+b@c-d.gov.vn', 'a+b@c-d.gov.vn'], ['email', 'a@b', { reason: 'pattern' }], ['email', 'a b@c.vn', { reason: 'pattern' }], ['email', '@c.vn', { reason: 'pattern' }],
  ['passport', 'c 1234567', 'C1234567'], ['passport', 'P12345678', 'P12345678'], ['passport', '12345678', { reason: 'pattern' }], ['passport', 'C123456', { reason: 'pattern' }],
  ['person-name', '  Nguyễn   Thị  Ánh ', 'Nguyễn Thị Ánh'], ['person-name', 'Nguye\u0302\u0303n', 'Nguy\u1ec5n'], ['person-name', 'H\'Hen Niê', 'H\'Hen Niê'], ['person-name', 'Y Bhăm Êban', 'Y Bhăm Êban'], ['person-name', 'Nguyễn Văn 2', { reason: 'digits' }], ['person-name', 'A@B', { reason: 'characters' }], ['person-name', '.', { reason: 'characters' }],
  ['date', '1/2/1990', '1990-02-01'], ['date', '01021990', '1990-02-01'], ['date', '1990-02-01', '1990-02-01'], ['date', 'ngày 05 tháng 02 năm 2026', '2026-02-05'], ['date', '29/2/2024', '2024-02-29'], ['date', '31/2/1990', { reason: 'day' }], ['date', '29/2/1900', { reason: 'day' }], ['date', '1/13/1990', { reason: 'month' }], ['date', '1/2/90', { reason: 'year' }], ['date', '1960', { reason: 'incomplete' }], ['date', 'hôm qua', { reason: 'unreadable' }],
  ['partial-date', '1960', '1960'], ['partial-date', '5/1960', '1960-05'], ['partial-date', 'năm 1960', '1960'], ['partial-date', '01/09/1960', '1960-09-01'], ['partial-date', '5//1960', { reason: 'incomplete' }], ['partial-date', '0/1960', { reason: 'month' }],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'], ['ipv4', '192.168.1.10', '192.168.1.10'], ['ipv6', '2001:db8::1', '2001:db8::1'], ['date-time', '2026-11-21T08:30:00+07:00', '2026-11-21T08:30:00+07:00'], ['url', 'https://dichvucong.example.vn/a?b=c', 'https://dichvucong.example.vn/a?b=c'],
];

export function formatVectors() {
  return {
    about: 'normalize(text) and then check: "kept" is the answer that is stored; "refused" is the reason. See packages/schema/src/formats.',
    vectors: written.map(([format, text, expected]) => {
      const known = formats[format];
      if (!known) throw new Error(`formats: there is no ${format}`);
      const kept = known.normalize(text);
      const verdict = known.check(kept);
      const got = verdict === true ? kept : { reason: verdict.reason };
      if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`formats: ${format} ${JSON.stringify(text)} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
      return { format, text, ...(verdict === true ? { kept } : { refused: verdict.reason, ...(verdict.params ? { params: verdict.params as Json } : {}) }) };
    }),
  };
}
