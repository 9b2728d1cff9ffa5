// Which dossiers were handed an invitation to a survey. Neither when nor in which order: it must not lead to what was answered.
export const surveyInvitationTables: readonly string[] = [
  `create table survey_key (
     survey text not null,
     kind text not null check (kind in ('token', 'dossier')),
     public_key jsonb not null,
     sealed text not null,
     primary key (survey, kind))`,
  `create table survey_invitation (
     survey text not null,
     dossier bigint not null references dossier (id),
     blinded_hash text,
     primary key (survey, dossier))`,
];
