import type { StatusMoreWords } from './types.js';

export const enStatusMore: StatusMoreWords = {
  supplementText: 'Only what the officer asks for is shown; everything else stays as submitted.',
  supplementWhole: 'The officer has a remark about the whole dossier, so you may change everything.',
  supplementForm: 'What to supplement',
  supplementSend: 'Send the supplement',
  supplementSent: 'Your supplement was sent. You need not send it again.',

  withdrawText: 'The agency stops once it confirms your request. Fees that were paid are dealt with by the rules.',
  withdrawReason: 'Reason', withdrawMissing: 'Enter the reason.',
  withdrawAsk: 'Are you sure that you want to withdraw dossier {code}?', withdrawGo: 'Continue', withdrawYes: 'Send the request', withdrawNo: 'Do not withdraw',
  withdrawSent: 'Your request to withdraw was sent.',

  complainText: 'It is sent to the agency in charge, with the dossier code. Please do not write identification numbers or passwords here.',
  complainBox: 'Your complaint or suggestion', complainMissing: 'Enter your complaint or suggestion.', complainSend: 'Send', complainSent: 'Sent. The agency answers by the contact details in the dossier.',

  channelsText: 'By default no e-mail or message is sent; there is only the list of notifications on this portal. By turning on a channel you agree to messages about this dossier on it; you may turn it off at any time.',
  email: 'E-mail', sms: 'SMS', portal: 'On the public service portal', zalo: 'Zalo',
  channelTo: 'Sent to {address}', channelAddressEmail: 'E-mail address', channelAddressPhone: 'Telephone number', channelAddressMissing: 'Enter where to send it.', channelAddressWrongEmail: 'Enter a whole address, such as name@example.vn.', channelAddressWrongPhone: 'Enter a mobile number of 10 digits.',
  channelOn: 'I agree', channelOff: 'Unsubscribe', channelIsOn: 'On', channelIsOff: 'Off', channelSince: 'Agreed at {time}, wording {version}.',
  channelSaved: 'Your choice was stored.',

  notificationsNone: 'No notifications yet.', unread: 'New',

  qrText: 'Scan it to open this page on another device. It holds the address alone; whoever opens it must still look the dossier up.', qrLabel: 'QR code: {url}', copyLink: 'Copy the address',
};
