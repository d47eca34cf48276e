/** Words of an icon's file name: camel case, digits and dashes told apart ("AmazonDynamoDB" gives Amazon, Dynamo, DB). */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9+.]+/)
    .filter((word) => word !== '');
}

export function slug(name: string): string {
  return nameWords(name).join('-').toLowerCase();
}
