export * from './ports.js';
export type { PaymentBackend, PaymentReply, RefundRequest } from './payment/ports.js';
export type { Action } from './form/actions.js';
export type { FormContext, FormState, NodeState, Origin, Phase, Upload, UploadStatus } from './form/state.js';
export { beginForm, type StartOptions } from './form/start.js';
export { startForm } from './form/whole.js';
export { restoreForm, snapshotOf, type Snapshot } from './form/snapshot.js';
export { rare } from './form/rare.js';
export { bringRarer, needsRarer } from './form/rarer.js';
export { reduce, type Reducer } from './form/reduce.js';
export { reduceAnswers } from './form/answers.js';
export { reducePages } from './form/flow.js';
export { reduceLists } from './form/lists.js';
export { reducePrefill, unplaced } from './form/prefill.js';
export { provenanceOf, type Sourced, type Suggestion } from './form/sources.js';
export { reduceReplies } from './form/replies.js';
export { reduceRows } from './form/rows.js';
export { reduceShapes } from './form/shapes.js';
export { createStore, type Store, type Watcher } from './form/store.js';
export { handleOf, locate, NESTED } from './form/locate.js';
export { locatePath } from './form/locate-path.js';
export { judge, type Judgement } from './form/judge.js';
export { hasShown, pagesOf, stateAt, type Page } from './form/pages.js';
export { isPageBlocked, pageIssues, pageOf } from './form/page-issues.js';
export { noticesOf } from './form/notices.js';
export { chosenKeys, fieldText, textFromValue, warningOf } from './form/fields.js';
export { fieldValue, heldValue, sameJson, slotsOf } from './form/values.js';
export {
  answerIssues, dataOf, issuesOf, nodeIssues, paperIssuesOf, papersOf, payloadOf, placedIssues, shownNodes, shownPaths,
  type PaperState, type PlacedIssue,
} from './form/select.js';
export { caseOf, casePlanOf, feeIssuesOf, feeLinesOf, feesOf, quoteLinesOf, type Channel, type FeeLine, type OpenFee } from './form/fees.js';
// A payment: nothing of it is imported by form/, so no page with a form alone carries it.
export { isSoundEvent, type PaymentEvent, type PaymentEventOf, type PaymentMethod, type PaymentSource } from './payment/actions.js';
export { emptyPayment, type PaymentIntent, type PaymentPhase, type PaymentReceipt, type PaymentRefund, type PaymentState, type PaymentTransaction } from './payment/state.js';
export { paymentStateOf, reducePayment } from './payment/reduce.js';
export {
  currentIntentOf, mayPayAgain, paymentAttentionOf, paymentKnowledgeOf, paymentMoneyOf, paymentPhaseOf, payingOf, receiptsOf,
  type PaymentAttention, type PaymentKnowledge, type PaymentMoney,
} from './payment/select.js';
export { isUnresolved, lookDelay, nextLookOf, UNRESOLVED_AFTER, type NextLook } from './payment/look.js';
export { ledgerSum, moneyFaults } from './payment/invariant.js';
export { PAYMENT_TRANSITIONS, transitionOf, type PaymentTransition } from './payment/transitions.js';
export { quoteTotal, type QuoteKind, type QuoteLine } from './payment/quote.js';
export { paymentViewOf, type IntentView, type MethodOffer, type PaymentAct, type PaymentFacts, type PaymentView, type RefundView } from './payment/view.js';
// The status of a dossier.
export type { Holder, Remark, StatusDocument, StatusEvent, StatusEventOf, StatusFacts, StatusLimit, StatusSnapshot } from './status/events.js';
export type {
  ChannelChoice, NotificationChannel, NotificationItem, SecondFactor, StatusAccess, StatusBackend, StatusFailure, StatusListItem, StatusReply,
} from './status/ports.js';
export type { CitizenTask, Clock, DueView, StatusKey, StatusView, Turn } from './status/view.js';
export { isSoundStatusEvent } from './status/sound.js';
export { mapStatus, NATIONAL_STATUSES, nationalStatus, type MappedStatus, type NationalStatus, type StatusVocabulary } from './status/statuses.js';
export { emptyStatus, hasGap, revisionOf, type StatusState } from './status/state.js';
export { reduceStatus, statusStateOf, takeSnapshot } from './status/reduce.js';
export { dueViewOf, type DueContext } from './status/due.js';
export { statusViewOf } from './status/select.js';
// A survey: over the evaluator alone. The form engine is the authority where it is judged (survey/judge.ts).
export type { SurveyChoice, SurveyContext, SurveyQuestion, SurveyResponse, SurveyWidget } from './survey/types.js';
export type { ResultsReply, SurveyBackend, SurveyReply, SurveyResultsBackend } from './survey/ports.js';
export type { ResultsFilter, SurveyResults } from './survey/results.js';
export type { SurveyAction } from './survey/actions.js';
export { surveyPlanOf, type SurveyKit, type SurveyMore, type SurveyOrder, type SurveyPlan } from './survey/plan.js';
export { loadSurvey } from './survey/load.js';
export { isClosed as isSurveyClosed, judgeSurvey, surveyJudge, type SurveyJudge, type SurveyJudgement } from './survey/judge.js';
export { startSurvey, type StartSurvey, type SurveyOutcome, type SurveyState } from './survey/state.js';
export { reduceSurvey } from './survey/reduce.js';
export { pageOf as surveyPageOf, progressOf, type SurveyPageView } from './survey/page.js';
export { issuesOf as surveyIssuesOf, outcomeOf, responseOf, shownIssues, softIssuesOf, titleOf, valueOf } from './survey/select.js';
