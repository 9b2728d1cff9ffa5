import type { Meta } from '@storybook/web-components-vite';
import { asked, wrong } from '../../examples/survey/questions.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { questionStory } from '../../support/survey-questions.js';

export default { title: 'Survey/Questions' } satisfies Meta;

export const Radio: StoryOf = questionStory('radio');
export const RadioWithOther: StoryOf = questionStory('radio with khác');
export const YesNo: StoryOf = questionStory('yes-no');
export const Checkboxes: StoryOf = questionStory('checkboxes');
export const Select: StoryOf = questionStory('select');
export const Scale: StoryOf = questionStory('scale');
export const ScaleOfThree: StoryOf = questionStory('scale of three');
export const Faces: StoryOf = questionStory('faces');
export const Stars: StoryOf = questionStory('stars');
export const Rating: StoryOf = questionStory('rating');
export const Nps: StoryOf = questionStory('nps');
export const Matrix: StoryOf = questionStory('matrix');
export const MatrixOfMany: StoryOf = questionStory('matrix of many');
export const Ranking: StoryOf = questionStory('ranking');
export const RankingOpen: StoryOf = questionStory('ranking, open');
export const Images: StoryOf = questionStory('images');
export const Slider: StoryOf = questionStory('slider');
export const SliderOpen: StoryOf = questionStory('slider, open');
export const Text: StoryOf = questionStory('text');
export const Textarea: StoryOf = questionStory('textarea');
export const Number: StoryOf = questionStory('number');
export const Date: StoryOf = questionStory('date');
export const File: StoryOf = questionStory('file');
export const Contact: StoryOf = questionStory('contact');
export const Consent: StoryOf = questionStory('consent');
export const Address: StoryOf = questionStory('address');
export const Combobox: StoryOf = questionStory('combobox');

// What is wrong, and what is asked once more
export const RadioWrong: StoryOf = questionStory('radio', wrong);
export const ScaleWrong: StoryOf = questionStory('scale', wrong);
export const StarsWrong: StoryOf = questionStory('stars', wrong);
export const CheckboxesWrong: StoryOf = questionStory('checkboxes', wrong);
export const TextareaWrong: StoryOf = questionStory('textarea', wrong);
export const ConsentWrong: StoryOf = questionStory('consent', wrong);
export const ImagesWrong: StoryOf = questionStory('images', wrong);
export const ScaleAskedAgain: StoryOf = questionStory('scale', asked);

// On a phone
export const CheckboxesPhone: StoryOf = questionStory('checkboxes', undefined, phone);
export const ScalePhone: StoryOf = questionStory('scale', undefined, phone);
export const FacesPhone: StoryOf = questionStory('faces', undefined, phone);
export const StarsPhone: StoryOf = questionStory('stars', undefined, phone);
export const RatingPhone: StoryOf = questionStory('rating', undefined, phone);
export const NpsPhone: StoryOf = questionStory('nps', undefined, phone);
export const MatrixPhone: StoryOf = questionStory('matrix', undefined, phone);
export const MatrixOfManyPhone: StoryOf = questionStory('matrix of many', undefined, phone);
export const RankingPhone: StoryOf = questionStory('ranking', undefined, phone);
export const ImagesPhone: StoryOf = questionStory('images', undefined, phone);
export const SliderPhone: StoryOf = questionStory('slider', undefined, phone);
