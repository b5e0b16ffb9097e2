import { csv, guid, type BundleFiles } from './view-records.ts';

/** `R` means release and `D` draft: what the effective and the working revision of an item say. */
export function criteriaRecords(): BundleFiles {
  return {
    'settings.json': JSON.stringify({
      lifecyclePhases: [
        { name: 'In Design', stage: 'DESIGN' },
        { name: 'In Production', stage: 'PRODUCTION' },
      ],
      attributes: [
        {
          guid: guid('COLOUR'),
          world: 'ITEMS',
          name: 'Colour',
          fieldType: 'DROP_DOWN',
          possibleValues: ['red', 'blue'],
        },
      ],
    }),
    'SPECS.csv': csv(
      'number,revisionNumber,revisionStatus,guid,name,lifecyclePhase.name,category.path,standardCost,effectiveDateTime,shared,deviated,Colour',
      `BOTH,1,EFFECTIVE,${guid('BOTHR')},R name,In Production,R path,1,2020-01-01T00:00:00Z,true,false,red`,
      `BOTH,2,WORKING,${guid('BOTHD')},D name,In Design,D path,2,,false,true,blue`,
      `RELEASED,1,EFFECTIVE,${guid('RELEASED')},R name,In Production,R path,1,2020-01-01T00:00:00Z,true,false,red`,
      `DRAFT,1,WORKING,${guid('DRAFT')},D name,In Design,D path,2,,false,true,blue`,
    ),
    'SOURCING.csv': csv(
      'parent.number,parent.revisionNumber,mfrItem.number,mfrItem.supplier.name',
      'BOTH,1,M-R,R Maker',
      'BOTH,2,M-D,D Maker',
      'RELEASED,1,M-R,R Maker',
      'DRAFT,1,M-D,D Maker',
    ),
  };
}

/** Items with nothing but marks of modification; `+` stands for true. */
export function modifiedRecords(): BundleFiles {
  const row = (reference: string, mark: string): string =>
    `${reference},${Array.from({ length: 5 }, () => (mark === '+' ? 'true' : 'false')).join(',')}`;
  return {
    'SPECS.csv': csv(
      'number,revisionNumber,revisionStatus,modifiedBOM,modifiedSpecs,modifiedSourcing,modifiedFiles,modifiedCosting',
      row('BY-DRAFT,1,EFFECTIVE', ''),
      row('BY-DRAFT,2,WORKING', '+'),
      row('BY-RELEASE,1,EFFECTIVE', '+'),
      row('BY-RELEASE,2,WORKING', ''),
      row('ONLY-DRAFT,1,WORKING', '+'),
      row('ONLY-RELEASE,1,EFFECTIVE', '+'),
      row('NEVER,1,EFFECTIVE', ''),
      row('NEVER,2,WORKING', ''),
    ),
  };
}
