// Messages to citizens. Where one goes stands with the citizen's choice alone (channel_choice), sealed, and is read when it is sent; what it says is made of the words of its key.
export const noticeTables: readonly string[] = [
  `create table notice (
     id uuid primary key default gen_random_uuid(),
     dossier bigint not null references dossier (id),
     event text not null,
     channel text not null check (channel in ('email', 'sms', 'portal', 'zalo')),
     template text not null,
     about text not null,
     due text,
     state text not null check (state in ('waiting', 'sending', 'sent', 'dead', 'void')),
     job text,
     attempts int not null default 0,
     reason text,
     queued_at timestamptz not null,
     tried_at timestamptz,
     sent_at timestamptz,
     number bigint generated always as identity,
     unique (dossier, event, channel))`,
  `create index notice_last on notice (dossier, channel, number)`,
  `create index notice_open on notice (state, number) where state in ('waiting', 'sending', 'dead')`,
  `create table unsubscribe_link (
     hash text primary key,
     dossier bigint not null references dossier (id),
     channel text not null check (channel in ('email', 'sms', 'zalo')),
     token text not null,
     unique (dossier, channel))`,
];
