import type { ExportOptions, ExportView } from '../../kernel/vocabulary.ts';

/** What the rules of this file go by. */
export type ViewOptions = Pick<ExportOptions, 'exportViews' | 'bomLevels' | 'fileContent'>;

interface Need {
  /** For whoever makes a definition. */
  readonly text: string;
  readonly isMet: (options: ViewOptions) => boolean;
}

const isAlone = ({ exportViews }: ViewOptions): boolean => exportViews.length === 1;

/** Three views are written only beside another one or with an option, as the reference has it: the one list of these rules. */
export const VIEW_NEEDS: Readonly<Partial<Record<ExportView, Need>>> = {
  BOM: {
    text: 'Alone it is empty unless BOM levels are exported.',
    isMet: (options) => !isAlone(options) || options.bomLevels !== 'NONE',
  },
  BOM_SUBSTITUTES: {
    text: 'It is empty without the view BOM.',
    isMet: ({ exportViews }) => exportViews.includes('BOM'),
  },
  FILES: {
    text: 'Alone it is empty unless the content of files is exported.',
    isMet: (options) =>
      !isAlone(options) || options.fileContent.item !== 'NONE' || options.fileContent.supplierItem !== 'NONE',
  },
};

/** Of the views asked for, those that an export would have nothing to write in. */
export function emptyViews(options: ViewOptions): ExportView[] {
  return options.exportViews.filter((name) => VIEW_NEEDS[name]?.isMet(options) === false);
}
