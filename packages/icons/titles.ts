import { nameWords } from './slug.ts';

/** Names that are one word to everyone, though file names break them. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bIo T\b/gi, 'IoT'],
  [/\bPostgre SQL\b/gi, 'PostgreSQL'],
  [/\bMy SQL\b/gi, 'MySQL'],
  [/\bMaria DB\b/gi, 'MariaDB'],
  [/\bDocument DB\b/gi, 'DocumentDB'],
  [/\bMemory DB\b/gi, 'MemoryDB'],
  [/\bElasti Cache\b/gi, 'ElastiCache'],
  [/\bBig Query\b/gi, 'BigQuery'],
  [/\bPub Sub\b/gi, 'Pub/Sub'],
  [/\bOpen AI\b/gi, 'OpenAI'],
  [/\bOpen Shift\b/gi, 'OpenShift'],
  [/\bDev Ops\b/gi, 'DevOps'],
  [/\bSignal R\b/gi, 'SignalR'],
  [/\bDd?o ?S\b/gi, 'DDoS'],
  [/\bRoute ?53\b/gi, 'Route 53'],
  [/\bVirtualprivatecloud VPC\b/g, 'Virtual private cloud (VPC)'],
  [/\b(Private|Public)subnet\b/g, '$1 subnet'],
  [/\bCorporatedatacenter\b/g, 'Corporate data center'],
  [/\bAuto Scalinggroup\b/g, 'Auto Scaling group'],
  [/\bCloudlogo\b/g, 'Cloud logo'],
  [/\b(EC2 ?instance|Server)contents\b/g, '$1 contents'],
  [/\bEC2 ?instance\b/g, 'EC2 instance'],
  [/\bMobileclient\b/g, 'Mobile client'],
  [/\bOfficebuilding\b/g, 'Office building'],
  [/\bTapestorage\b/g, 'Tape storage'],
  [/\bSAMLtoken\b/g, 'SAML token'],
  [/\bSSLpadlock\b/g, 'SSL padlock'],
  [/\bInternetalt(\d)\b/g, 'Internet $1'],
  [/\bIdentityand Access\b/g, 'Identity and Access'],
  [/\bF Sx\b/g, 'FSx'],
  [/\bF Sxfor\b/g, 'FSx for'],
  [/\bV ?Mware\b/gi, 'VMware'],
  [/\bDynamo ?DB\b/gi, 'DynamoDB'],
  [/\bAWS(RTB|IQ|WAF)\b/g, 'AWS $1'],
  [/\bAWSX Ray\b/g, 'AWS X-Ray'],
  [/\bAWSB2 B\b/g, 'AWS B2B'],
  [/\bAW Sre Post\b/g, 'AWS re:Post'],
  [/\bVPC(NAT|VPN)\b/g, 'VPC $1'],
  [/\bS3on\b/g, 'S3 on'],
];

/** Product names that are written without a space. */
const compounds =
  /\b(Cloud (Front|Watch|Trail|HSM|Shell|Formation|Search)|Code (Build|Commit|Deploy|Pipeline|Artifact|Guru|Whisperer|Catalyst|Star)|Data (Sync|Zone|Brew)|App (Sync|Flow|Config|Fabric)|Work (Docs|Mail|Spaces|Link)|Event Bridge|Sage Maker|Guard Duty|Private Link|Site Wise|Fleet Wise|Twin Maker|Health (Lake|Omics|Scribe|Imaging)|Fin Space|Quick Sight)\b/g;

const upperCase =
  /^(ai|aks|api|aws|b2c|cdn|cms|db|dns|ec2|ecs|efs|eks|ekm|elb|fhir|ftp|gke|gpu|hci|hpc|hsm|iam|id|ids|ip|kms|mq|msk|nat|os|plc|rds|rtos|s3|sap|sdk|ses|sns|sql|sqs|ssd|ssh|tpu|ui|vm|vmss|vpc|vpn|waf)$/;

/** A name for people from that of a camel-cased file. */
export function titleOfCamel(name: string): string {
  return withoutRepetition(titled(name));
}

/** Names of parts repeat that of the whole: 'AWS Lambda Lambda Function'. Where only the repetition tells them apart, it stays as a remark. */
function withoutRepetition(title: string): string {
  const found = /^(?:(.*) )?(\S+(?: \S+)*) \2(?: (.*))?$/.exec(title);
  if (!found) return title;
  const [, before = '', words = '', after] = found;
  const name = [before, words].filter(Boolean).join(' ');
  return after === undefined ? `${name} (${words.toLowerCase()})` : `${name} ${after}`;
}

function titled(name: string): string {
  return join(
    nameWords(name)
      .join(' ')
      .replace(/(?<=[a-z0-9])(for|with)(?= [A-Z])/g, ' $1')
      .replace(compounds, (compound) => compound.replace(' ', '')),
  );
}

/** A name for people from that of a file with dashes. */
export function titleOfDashes(name: string): string {
  return join(
    name
      .split('-')
      .map((word) => (upperCase.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
      .join(' '),
  );
}

/** A name for people from an icon's id: 'AWS Lambda' is `…:aws-lambda`. */
export function titleOfIcon(id: string): string {
  return titleOfDashes(id.split(/[/:]/).at(-1) ?? id);
}

function join(title: string): string {
  return joined.reduce((text, [pattern, name]) => text.replace(pattern, name), title);
}
