export { DvcStatus, defineDvcStatus } from './define.js';
export { STATUS_CODES } from './errors.js';
export { neighbours } from './neighbours.js';
export type {
  ChannelChoice, CitizenTask, DueView, Holder, NotificationChannel, NotificationItem, Remark, SecondFactor, StatusAccess, StatusBackend, StatusDocument, StatusEvent, StatusFacts, StatusFailure, StatusKey, StatusListItem,
  StatusReply, StatusSnapshot, StatusView,
} from '@dvc/core';
