export { startGatewaySimulator, type GatewaySimulator, type GatewaySimulatorOptions } from './server.js';
export { steer, type ControlAnswers, type Steer } from './client.js';
export type { ControlRequests } from './control.js';
export type { Account, Call, Feed, IpnMode, Partner, Silence, Transaction, VnpayMerchant } from './book.js';
