/** What a resource is in a picture: a part of it, a frame around parts, a link between parts, or nothing that is seen. */
export type Role = 'part' | 'frame' | 'link' | 'unseen';

const unseen =
  /^(?:random|null|time|tls|local|archive|template|http|external)_|_(?:security_groups?|network_acl|caller_identity|availability_zones|regions?|partition|ami|client_config|subscription|placement_group|key_pair)$/;

const link =
  /_(?:attachment|association|policy|policies|policy_document|role|role_assignment|instance_profile|permission|rule|listener|target_group|route|route_table|subnet_group|parameter_group|option_group|launch_template|launch_configuration|mapping|subscription_filter|topic_subscription|integration|method|deployment|stage|binding|member|membership|versioning|configuration|public_access_block|acl|notification|record|eip|network_interface|event_target|domain_name|service_account|task_definition|backend_service|url_map|http_proxy|https_proxy|registration|zone)$/;

/** Frames from the outside in. */
const frames = [
  /^(?:azurerm_resource_group|google_project)$/,
  /^(?:aws_vpc|aws_default_vpc|azurerm_virtual_network|google_compute_network)$/,
  /^(?:aws_subnets?|aws_default_subnet|azurerm_subnet|google_compute_subnetwork|kubernetes_namespace|kubernetes_namespace_v1)$/,
];

/** How far inside a frame of this type stands, from 0; -1 when it is no frame. */
export const frameDepth = (type: string): number => frames.findIndex((frame) => frame.test(type));

export function roleOf(type: string): Role {
  if (frameDepth(type) >= 0) return 'frame';
  if (unseen.test(type)) return 'unseen';
  return link.test(type) ? 'link' : 'part';
}

/** What stands before those that refer to it and calls them. */
export const isFrontDoor = (type: string): boolean =>
  /^aws_(?:lb|alb|elb|cloudfront_distribution|apigatewayv2_api|api_gateway_rest_api)$|_(?:application_gateway|load_?balancer|lb|frontdoor|global_forwarding_rule)$/.test(
    type,
  );

/** What is used rather than called: it stands below. */
export const isStore = (type: string): boolean =>
  /(?:bucket|_volume|_disk|file_system|file_share|secret|kms_key|key_vault|log_group|ssm_parameter|ecr_repository|container_registry|storage_account|artifact_registry)/.test(
    type,
  );

/** By how a type begins; longer beginnings come first. */
const icons: readonly (readonly [string, string])[] = Object.entries({
  aws_s3: 'aws:amazon-simple-storage-service',
  aws_instance: 'aws:amazon-ec2',
  aws_autoscaling: 'aws:amazon-ec2-auto-scaling',
  aws_lambda: 'aws:aws-lambda',
  aws_db: 'aws:amazon-rds',
  aws_rds: 'aws:amazon-aurora',
  aws_dynamodb: 'aws:amazon-dynamo-db',
  aws_sqs: 'aws:amazon-simple-queue-service',
  aws_sns: 'aws:amazon-simple-notification-service',
  aws_lb: 'aws:elastic-load-balancing',
  aws_alb: 'aws:elastic-load-balancing',
  aws_elb: 'aws:elastic-load-balancing',
  aws_ecs: 'aws:amazon-elastic-container-service',
  aws_eks: 'aws:amazon-elastic-kubernetes-service',
  aws_ecr: 'aws:amazon-elastic-container-registry',
  aws_cloudfront: 'aws:amazon-cloud-front',
  aws_route53: 'aws:amazon-route53',
  aws_api: 'aws:amazon-api-gateway',
  aws_elasticache: 'aws:amazon-elasti-cache',
  aws_kinesis: 'aws:amazon-kinesis',
  aws_msk: 'aws:amazon-managed-streamingfor-apache-kafka',
  aws_efs: 'aws:amazon-efs',
  aws_ebs: 'aws:amazon-elastic-block-store',
  aws_cognito: 'aws:amazon-cognito',
  aws_kms: 'aws:aws-key-management-service',
  aws_secretsmanager: 'aws:aws-secrets-manager',
  aws_cloudwatch_event: 'aws:amazon-event-bridge',
  aws_cloudwatch: 'aws:amazon-cloud-watch',
  aws_sfn: 'aws:aws-step-functions',
  aws_nat: 'aws:amazon-vpcnat-gateway',
  aws_internet: 'aws:amazon-vpc-internet-gateway',
  aws_acm: 'aws:aws-certificate-manager',
  aws_redshift: 'aws:amazon-redshift',
  aws_glue: 'aws:aws-glue',
  aws_athena: 'aws:amazon-athena',
  aws_mq: 'aws:amazon-mq',
  aws_vpc: 'aws:amazon-virtual-private-cloud',
  azurerm_storage: 'azure:storage-accounts',
  azurerm_mssql: 'azure:sql-database',
  azurerm_sql: 'azure:sql-database',
  azurerm_postgresql: 'azure:azure-database-postgre-sql-server',
  azurerm_mysql: 'azure:azure-database-my-sql-server',
  azurerm_kubernetes: 'azure:kubernetes-services',
  azurerm_cosmosdb: 'azure:azure-cosmos-db',
  azurerm_redis: 'azure:cache-redis',
  azurerm_linux_virtual_machine: 'azure:virtual-machine',
  azurerm_windows_virtual_machine: 'azure:virtual-machine',
  azurerm_virtual_machine: 'azure:virtual-machine',
  azurerm_servicebus: 'azure:azure-service-bus',
  azurerm_eventhub: 'azure:event-hubs',
  azurerm_lb: 'azure:load-balancers',
  azurerm_linux_function: 'azure:function-apps',
  azurerm_function: 'azure:function-apps',
  azurerm_resource_group: 'azure:resource-groups',
  google_cloud_run: 'gcp:cloud-run',
  google_compute_instance: 'gcp:compute-engine',
  google_compute_global: 'gcp:cloud-load-balancing',
  google_compute_network: 'gcp:virtual-private-cloud',
  google_storage: 'gcp:cloud-storage',
  google_sql: 'gcp:cloud-sql',
  google_pubsub: 'gcp:pub-sub',
  google_bigquery: 'gcp:big-query',
  google_container: 'gcp:google-kubernetes-engine',
  google_cloudfunctions: 'gcp:cloud-functions',
  google_redis: 'gcp:memorystore',
  google_secret: 'gcp:secret-manager',
  google_artifact: 'gcp:artifact-registry',
  google_dns: 'gcp:cloud-dns',
}).sort(([a], [b]) => b.length - a.length);

/** The icon of a resource type; undefined when the types that it is like have none. */
export const iconOfType = (type: string): string | undefined => icons.find(([start]) => type.startsWith(start))?.[1];

/** Every icon that a type may get. */
export const typeIcons: readonly string[] = icons.map(([, icon]) => icon);
