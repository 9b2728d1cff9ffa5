// Which properties of a Form.io component say something. Everything else is either used or named in the report.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * How a component looks, how it is edited in the builder, or how the old page behaves while one types: nothing of it is said of the answers.
 * The list is closed: what is not in it carries meaning.
 */
export const PRESENTATION = words(`
  id type input key tableView autofocus tabindex labelPosition labelWidth labelMargin hideLabel dataGridLabel customClass className theme size block leftIcon rightIcon shortcut
  breadcrumb breadcrumbClickable collapsible collapsed inline optionsLabelPosition showCharCount showWordCount spellcheck autoExpand rows cols wysiwyg editor fixedSize
  modalEdit modal modalLayout overlay addons lockKey source isNew row height width offset push pull currentWidth border borderless striped bordered condensed hover cellAlignment
  verticalLayout autoAdjust hideOnChildrenHidden ratio keepOverlayRatio penColor backgroundColor minWidth maxWidth layoutFixed addAnother addAnotherPosition removeRow saveRow removePlacement
  reorder openWhenEmpty inlineEdit displayAsTable rowDrafts initEmpty defaultOpen tableViewHeader showValidations disableOnInvalid image imageSize webcamSize webcam uploadOnly
  searchEnabled searchThreshold searchField searchDebounce limit minSearch lazyLoad disableLimit template fuseOptions dropdown selectThreshold selectFields noRefreshOnScroll
  hideInputLabels inputsLabelPosition dayFirst useLocaleSettings allowInput datepickerMode timePicker inputType mask errorLabel validateOn truncateMultipleSpaces
  numRows numCols  footerTemplate headerTemplate templates tooltipIcon icon tag attrs refreshOnChange redrawOn refreshOnBlur readOnlyValue idPath ignoreCache
  authenticate uniqueOptions switchToManualModeLabel manualModeViewString disableClearIcon sorting showFileSize labelHidden buttonSettings navigation scrollToTop allowPrevious previousText nextText
  nextPage hideHeader tree lazy viewAsString placeholderText dataTableView alwaysEnabled calculateServer allowCalculateOverride delimiter thousandsSeparator decimalSymbol truncate hideLabels
  skipRemoteRequest onlyAvailableItems selectData displayInTimezone useOriginalRevision   ariaLabel enableRowGroups isTree disableInlineEdit
`);

/** The same inside of what a component holds. */
export const PRESENTATION_INSIDE = [
  /^datePicker\.(showWeeks|startingDay|initDate|minMode|maxMode|yearRows|yearColumns)$/, /^widget\.(type|displayInTimezone|locale|useLocaleSettings|allowInput|mode|format|hourIncrement|minuteIncrement|time_24hr|submissionTimezone|language)$/,
  /^fields\.\w+\.(placeholder|type)$/, /^overlay\b/, /^data\.(headers|custom_)/, /^validate\.(customPrivate|strictDateValidation|onlyAvailableItems|multiple|unique_|select)$/, /^dropdown\b/, /^conditional\.(show|eq)$/,
];

/** A property with the value that Form.io has by itself says nothing. */
const DEFAULTS: Record<string, readonly unknown[]> = {
  persistent: [true], clearOnHide: [true], enableDate: [true], enableTime: [true], dataSrc: ['values'], 'data.url': ['https://', 'http://'], inputFormat: ['plain', 'raw', 'html'], filePattern: ['*', '*.*'], fileMinSize: ['0KB', '0'],
  fileMaxSize: ['1GB'], dataType: ['auto'], storeas: ['string'], action: ['submit'], 'conditional.conjunction': ['all'], case: ['mixed'], autocomplete: ['off', 'on'], valueProperty: ['value'], 'validate.step': ['any'],
  currency: ['USD'], widget: ['choicesjs', 'html5', 'input'], 'widget.enableTime': [true], inputMask: ['(999) 999-9999'], conjunction: ['all'], as: ['string', 'html'], timezone: [''], format: ['yyyy-MM-dd hh:mm a', 'yyyy-MM-dd', 'dd/MM/yyyy', 'HH:mm', 'dd-MM-yyyy', 'dd/MM/yyyy HH:mm', 'hh:mm a'], dataFormat: ['HH:mm:ss'], enableManualMode: [true, false],
  defaultDate: [''], provider: [''], storage: [''], display: ['form'], decimalLimit: [], sort: [''], delimeter: [','], removeDuplicates: [true], 'data.json': ['', '[]'],
};

/** These say something when they are off. */
const OFF_MATTERS = words('persistent clearOnHide enableDate enableTime');

export const isTrivial = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.values(value).every(isTrivial));

/** Whether `value` says anything under this name: `validate.required`. */
export function carries(name: string, value: unknown): boolean {
  const [first] = name.split('.');
  if (!name.includes('.') && PRESENTATION.has(first!)) return false;
  if (PRESENTATION_INSIDE.some((pattern) => pattern.test(name))) return false;
  if (OFF_MATTERS.has(name)) return value === false || (value !== true && !isTrivial(value));
  if (isTrivial(value)) return false;
  return !(Object.hasOwn(DEFAULTS, name) && DEFAULTS[name]!.includes(value));
}

/** Objects whose parts are looked at one by one. */
const OPENED = words('validate conditional data widget datePicker fields errors kickbox fields.day fields.month fields.year');

/** Names and values that a component holds, the parts of some objects by themselves: `validate.required`. */
export function* partsOf(component: Record<string, unknown>, above = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(component)) {
    const name = above + key;
    if (OPENED.has(name) && typeof value === 'object' && value !== null && !Array.isArray(value)) yield* partsOf(value as Record<string, unknown>, `${name}.`);
    else yield [name, value];
  }
}

/** Of a whole form: what names and dates it in the old platform. */
export const FORM_PRESENTATION = words('_id _vid __v created modified deleted owner machineName type name path project form action plan revisions originalComponents esign display title components description pdfComponents sid id');

/** The label of what only arranges others names it in the builder; nobody sees it on the page. */
const BUILDER_LABELS = words('columns table well content htmlelement tabs panel fieldset recaptcha captcha reviewpage');
export const isBuilderLabel = (type: string, name: string): boolean => name === 'label' && BUILDER_LABELS.has(type);
