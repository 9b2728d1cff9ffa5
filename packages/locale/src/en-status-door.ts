import type { StatusDoorWords } from './types.js';

export const enStatusDoor: StatusDoorWords = {
  lookTitle: 'Look up a dossier',
  lookLead: 'Enter the dossier code and something that only its submitter knows.',
  lookCode: 'Dossier code', lookCodeHint: 'On the acknowledgement or the acceptance slip, for example H99.01-261121-0042.',
  lookBy: 'Confirm with',
  bySecret: 'Look-up code', byId: 'Personal identification number', byOtp: 'A code sent to the telephone (OTP)',
  secretHint: '8 letters and digits on the acknowledgement.', idHint: '12 digits, of the owner or the submitter.', otpHint: '6 digits in the message.',
  otpSend: 'Send the code', otpSent: 'If the dossier code is right, a code was sent to the telephone number in the dossier.',
  look: 'Look up',
  codeMissing: 'Enter the dossier code.', secretMissing: 'Enter the look-up code.', idMissing: 'Enter the personal identification number.', otpMissing: 'Enter the code from the message.',

  listTitle: 'My dossiers', listFind: 'Search by code or procedure', listStatus: 'Status', listAll: 'All', listMine: 'Needs you', listOpen: 'In process', listDone: 'Finished',
  listCount: '{n} {n:dossier|dossiers}', listNone: 'You have no dossiers here yet.', listNoMatch: 'No dossier fits. Change the search or choose All.', listNeeds: 'Needs you', listDue: 'Due on {date}', listSubmitted: 'Submitted on {date}',
  open: 'See details',
};
