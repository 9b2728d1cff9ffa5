import type { ResultsWords } from './vi-results.js';

export const enResults: ResultsWords = {
  lang: 'en',
  title: 'Survey results',
  loading: 'Loading the results.', none: 'There is no place yet to get results from.',
  failedOffline: 'There is no connection. Check the network and press Load again.', failedLate: 'The server took too long. Press Load again.', failedBusy: 'The server is busy. Try again in a few minutes.',
  failedServer: 'The server has a fault. Try again; if it stays, tell the operator.', incident: 'Incident code: {code}.',
  refusedUnknown: 'This survey was not found. Check its id.', refusedRight: 'You have no right to see these results. Log in again or ask the operator.', refusedFilter: 'This filter is not valid. Choose again and press Show results.',
  reload: 'Load again', stale: 'The figures below are of the last load, at {time}.', shown: 'Results updated: {n} complete {n:response|responses}.', shownFew: 'Results updated: the number of responses is not published.',

  filters: 'Filter', period: 'Report period', periodAll: 'All time', periodOwn: 'Choose dates', from: 'From', to: 'To', agency: 'Agency', agencyAll: 'All agencies', procedure: 'Procedure', procedureAll: 'All procedures',
  channel: 'Channel', channelAll: 'All channels', portal: 'Public service portal', counter: 'At the counter', kiosk: 'Kiosk', link: 'Link or QR code', message: 'Message', apply: 'Show results', print: 'Print report',
  range: 'From {from} to {to}', rangeFrom: 'From {from}', rangeTo: 'To {to}', rangeWrong: 'The first day must not be after the last one. Choose other days.', at: 'Figures of {time}', versions: 'Versions of the survey: {list}',

  responses: 'Responses', complete: 'Complete', partial: 'Left on the way', screened: 'Screened out', invited: 'Invited', rate: 'Response rate', rateNone: 'Not known: nobody has said how many were invited.',
  few: 'Not published: fewer than {n} answers, or such a number would follow.', hidden: 'not published', privacy: 'Figures of fewer than {n} answers are not published, so that nobody can be recognised; nor are counts of choices from which such a number could be reckoned. Rates and means are published only from {n} answers on.',
  nothing: 'There are no responses in this selection yet. Choose another period or agency.', allFew: 'This selection has fewer than {n} responses, or its figures would tell of one that has fewer than {n}, so nothing is published. Choose a longer period or fewer filters.',

  indices: 'Indices', formula: 'How it is reckoned', exact: 'Formula with its numbers', sources: 'Sources', confidence: 'Confidence', high: 'high', medium: 'medium', low: 'low', note: 'Note', of: 'of {max} points', unitPoints: '{value} points',
  missing: 'Not reckoned: {list} missing.', indexNone: 'No answers yet.', class: 'Class',
  saysPercent: '100 × answers that count / valid answers.', saysScore: 'The sum of score × answers, divided by the answers.', saysNps: '100 × (answers 9–10 − answers 0–6) / answers; from −100 to 100.', saysPoints: 'The sum of the points of its parts.',
  rounding: 'Exact, and rounded once to two decimals.', formulaNumbers: 'Numbers are written as in Viet Nam: a point between thousands, a comma before decimals.',

  trend: 'By period', compare: 'Agencies compared', which: 'Index to compare', overall: 'All: {value}', allAgencies: 'Show all {n} agencies', fewerAgencies: 'Show fewer', compareHidden: 'The {n} highest of {all} agencies are shown.',
  comparePeriod: 'Period', value: 'Value',

  questions: 'Question by question', n: '{n} {n:answer|answers}', share: 'Share', count: 'Answers', choice: 'Choice', content: 'Content', place: 'Mean place', mean: 'Mean {value}', median: 'median {value}', extremes: 'lowest {minimum}, highest {maximum}',
  many: 'One person may choose several, so the shares may add up to more than 100%.', ranking: 'A smaller place comes first.', promoters: 'Promoters (9–10)', passives: 'Passives (7–8)', detractors: 'Detractors (0–6)',
  find: 'Search in comments', found: '{n} of {all} comments', foundNone: 'No comment has this word. Try another one.', more: 'Show {n} more', textsNone: 'There are no comments yet.', shuffled: 'Comments do not stand in the order of time.',

  table: 'Data table', png: 'Save PNG', svg: 'Save SVG', saved: '{file} was saved.', savedNot: 'The picture could not be made. Try again, or use the data table.',
  chartBars: 'Bar chart: {title}. {what}', chartStacked: 'Stacked bars: {title}. {what}', chartColumns: 'Column chart: {title}. {what}', chartTrend: 'Chart by period: {title}. {what}', chartGauge: 'Scale: {title}. {what}', chartTable: 'The table after the chart has its figures.',
};
