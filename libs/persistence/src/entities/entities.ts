/** Every entity of the schema, for the data source. */
export const ENTITIES: (new () => object)[] = [];
