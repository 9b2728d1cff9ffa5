// Why a property of SurveyJS that nobody read is not in the survey, by its name.
import type { Reason } from '../reasons.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const REASONS: readonly (readonly [Reason, readonly string[]])[] = [
  ['appearance', words(`
    width minWidth maxWidth colSpan startWithNewLine indent innerIndent titleLocation descriptionLocation errorLocation showNumber showQuestionNumbers questionTitleLocation questionTitleWidth questionDescriptionLocation questionErrorLocation questionStartIndex
    questionTitlePattern questionTitleTemplate requiredMark requiredText logo logoWidth logoHeight logoFit logoPosition showTitle showPageTitles showPageNumbers showProgressBar progressBarLocation progressBarType progressBarShowPageTitles progressBarShowPageNumbers
    progressBarInheritWidthFrom showTOC tocLocation tocItemComponent widthMode gridLayoutEnabled gridLayoutColumns fitToContainer headerView backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity showBrandInfo showNavigationButtons
    navigationButtonsLocation navigationButtonsVisibility state colCount itemSize imageHeight imageWidth minImageHeight minImageWidth maxImageHeight maxImageWidth imageFit showLabel contentMode columnMinWidth rowTitleWidth alternateRows verticalAlign showHeader hideHeader
    displayMode renderAs renderMode mobileView horizontalScroll inputSize size rows cols autoGrow autoGrowComment allowResize allowResizeComment commentAreaRows textAlignment inputTextAlignment autoGenerate rateColorMode scaleColorMode displayRateDescriptionsAsExtremeItems rateDescriptionLocation
    swapOrder useTitleAsLabel separateSpecialChoices itemComponent inputFieldComponent cellComponent customWidget theme css cssClasses themeVariables penColor penMinWidth penMaxWidth backgroundColor signatureWidth signatureHeight signatureAutoScaleEnabled height
    showPreview allowImagesPreview tooltipVisibility labelFormat tooltipFormat labelCount showLabels customLabels detailPanelMode addRowButtonLocation addRowLocation removePanelButtonLocation panelRemoveButtonLocation templateTitleLocation templateQuestionTitleLocation
    templateErrorLocation templateQuestionTitleWidth newPanelPosition tabAlign columnColCount transposeData columnLayout columnsLocation matrixDragHandleArea itemTitleWidth itemErrorLocation cellErrorLocation detailErrorLocation allowAdaptiveActions header headerBackgroundColor
    selectToRankAreasLayout selectToRankSwapAreas textWrapEnabled timerLocation timerInfoMode showTimerPanel showTimerPanelMode isPanelless cover iconName iconSize showCaption hideTitle optionsCaption progressTitle focusFirstQuestionAutomatic focusOnFirstError autoFocusFirstQuestion autoFocusFirstError
  `)],
  ['survey-behaviour', words(`
    clearIfInvisible clearInvisibleValues textUpdateMode checkErrorsMode validateVisitedEmptyFields autoAdvanceEnabled autoAdvanceAllowComplete goNextPageAutomatic allowCompleteSurveyAutomatic showPreviewBeforeComplete previewMode showPrevButton allowClear showClearButton
    showOptionsCaption searchEnabled searchMode hideSelectedItems closeOnSelect choicesLazyLoadEnabled choicesLazyLoadPageSize allowCustomChoices createCustomChoiceText hideIfChoicesEmpty hideIfRowsEmpty hideColumnsIfEmpty useDisplayValuesInDynamicTexts useDisplayValuesInTitle
    readOnly mode acceptCarriageReturn allowAddPanel allowRemovePanel allowAddRows allowRemoveRows allowRowReorder allowRowsDragAndDrop confirmDelete copyDefaultValueFromLastEntry copyDefaultValueFromLastRow defaultValueFromLastRow defaultValueFromLastPanel
    allowDragRange allowSwap allowCameraAccess sourceType waitForUpload needConfirmRemoveFile showSelectAllItem hasSelectAll selectAllText valuePropertyName maskType maskSettings dataList randomize randomizeCategory panelsState showInMultipleColumns maxTextLength maxCommentLength maxOthersLength
    hideNumber dataFormat showTimer keyName panelCount maxPanelCount minPanelCount rowCount minRowCount maxRowCount shuffle detailPanelShowOnAdding allowDefaultItems
  `)],
  ['survey-words', words(`
    startSurveyText pagePrevText pageNextText completeText previewText editText loadingHtml completedBeforeHtml addRowText removeRowText confirmDeleteText noRowsText emptyRowsText addPanelText removePanelText prevPanelText nextPanelText panelAddText panelRemoveText panelPrevText panelNextText
    noEntriesText keyDuplicationError otherErrorText otherPlaceholder otherPlaceHolder commentPlaceholder commentPlaceHolder stepErrorText minErrorText maxErrorText requiredErrorText selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText fileOrPhotoPlaceholder photoPlaceholder filePlaceholder
    placeholder placeHolder placeholderReadOnly showPlaceholder templateTabTitle tabTitlePlaceholder singleInputTitleTemplate navigationTitle navigationDescription emptySurvey processingText loadingText completedHtmlOnCondition cellHint commentText
  `)],
  ['cell-words', words('cells')],
  ['enable-condition', words('enableIf choicesEnableIf columnsEnableIf')],
  ['choice-condition', words('choicesVisibleIf rowsVisibleIf columnsVisibleIf choicesFromQuestionMode')],
  ['required-condition', words('requiredIf')],
  ['condition', words('visibleIf templateVisibleIf')],
  ['computed', words('expression calculatedValues setValueIf setValueExpression resetValueIf defaultValueExpression minValueExpression maxValueExpression totalExpression totalType totalText totalFormat totalDisplayStyle totalAlignment totalCurrency totalMaximumFractionDigits totalMinimumFractionDigits format displayStyle currency maximumFractionDigits minimumFractionDigits useGrouping precision includeIntoResult runExpression defaultDisplayValue bindings')],
  ['quiz', words('correctAnswer timeLimit timeLimitPerPage maxTimeToFinish maxTimeToFinishPage')],
  ['rule', words('minRangeLength maxRangeLength rateMin rateMax rateStep rateCount isUnique')],
  ['trigger', words('triggers')],
  ['after-sending', words('navigateToUrl navigateToUrlOnCondition showCompletePage showCompletedPage')],
  ['metadata', words('sjsVersion $schema surveyId surveyPostId surveyShowDataSaving cookieName id tag description_internal')],
  ['storage', words('storeDataAsText storeOthersAsComment valueName')],
  ['translation', words('locale default')],
];

const BY_NAME = new Map<string, Reason>(REASONS.flatMap(([reason, names]) => names.map((name) => [name, reason] as const)));

export const reasonOf = (name: string): Reason => BY_NAME.get(name) ?? 'unknown';
