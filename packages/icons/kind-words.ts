import type { IconKind } from './icon.ts';

interface KindWords {
  readonly kind: IconKind;
  /** Words, in the singular or the plural, anywhere in an icon's name. */
  readonly parts: string;
  /** Whole names. */
  readonly names?: string;
}

/** What names of services tell of their use; the first that fits decides, so exceptions stand first. */
export const kindWords: readonly KindWords[] = [
  {
    kind: 'management',
    parts:
      'managed-grafana managed-servicefor-prometheus database-migration migrate auto-scaling auto-scalinggroup application-auto-scaling backint-agent',
  },
  { kind: 'networking', parts: 'verified-access network-security-group application-security-group' },
  {
    kind: 'security',
    parts: `directory active-directory defender entra sentinel firewall security identity identities identityand credential key-management key-vault
      secret certificate shield guard-duty macie inspector detective cognito signer verified verifiable audit-manager cloud-hsm dedicated-hsm
      cloud-ekm access-manager access-context waf cloud-armor binary-authorization data-loss phishing web-risk beyondcorp attestation
      information-protection ddo-s bastion permissions authenticated-user lockbox conditional-access ssh-keys risk-manager policy-analyzer
      cloud-ids payment-cryptography aws-artifact iam auth0 vault lets-encrypt letsencrypt snyk sonarqube awswaf lock
      multifactor-authentication compliance intune external-id app-registration enterprise-application confidential-ledger azure-ad user-privacy azure-token
      assured-workload key-access wickr tenant-propertie tenant-statu administrative-unit device-enrollment exchange-access sam-ltoken ss-lpadlock`,
    names: 'okta keycloak 1password bitwarden openssl key fingerprint passport aws-kms hashicorp-vault',
  },
  {
    kind: 'iot',
    parts: `io-t iot internetof-thing azure-sphere free-rtos digital-twins greengrass time-series
      device-provisioning connected-vehicle azure-programmable-connectivity fleet-engine robo-maker`,
    names: 'rtos raspberrypi arduino',
  },
  {
    kind: 'ai',
    parts: `machine-learning deep-learning deep-racer deep-composer deep-lens sage-maker sage-maker-ai bedrock open-ai openai cognitive auto-ml vertex
      tensor-flow tensor-flowon-aws tensorflow py-torch py-torchon-aws pytorch mx-neton-aws neuron rekognition textract transcribe translate translator translation comprehend kendra personalize personalizer polly forecast
      fraud-detector lookoutfor lookout monitron panorama augmented-aia2-i health-lake health-omics health-scribe health-imaging code-whisperer dev-ops-guru
      code-guru dialogflow document-ai natural-language speech vision video-intelligence recommendations-ai ai-platform ai-hub ai-studio
      ai-at-edge bot face-apis form-recognizer immersive-reader content-safety content-moderator anomaly-detector language-understanding
      contact-center-ai agent-assist elastic-inference cloud-tpu azure-applied-ai optimization-ai torch-serve genomics amazon-lex amazon-nova
      amazon-q hugging huggingface langchain brain artificial-intelligence
      video-indexer video-analyzer cloud-inference visual-inspection data-labeling healthcare-nlp retail-api cloud-jobs-api advanced-agent-modeling azure-object-understanding`,
    names: `bonsai language qn-a-makers omics anthropic claude ollama mistralai googlegemini deepseek perplexity jupyter keras scikitlearn nvidia`,
  },
  {
    kind: 'analytics',
    parts: `athena kinesis redshift quick-sight quicksight quick-suite glue lake-formation data-zone data-exchange clean-rooms emr
      managed-streamingfor-apache managed-servicefor-apache open-search cloud-search cloudsearch data-firehose entity-resolution fin-space big-query
      bigquery dataflow dataproc dataplex dataprep datalab data-studio looker data-fusion data-catalog analytics synapse azure-data-explorer
      databricks data-factories hd-insight power-bi stream-analytics stream-suite data-stream data-lake data-share azure-purview log-analytics cloud-composer data-pipeline
      datastream elasticsearch event-hub event-hub-cluster apache-spark apachespark apachehadoop apachehive apacheflink apacheairflow airflow apachedruid
      apachesuperset apache-spark hadoop snowflake tableau metabase kibana splunk dbt plotly chart logstash aws-msk
      analysis-service data-virtualization datashare data-qn-a azure-operator-insight real-world-insight data-collection-rule`,
    names: 'spark flink druid superset hive trino presto',
  },
  {
    kind: 'database',
    parts: `rds aurora dynamo-db dynamodb document-db documentdb elasti-cache elasticache memory-db neptune keyspaces timestream
      quantum-ledger oracle-database oracle-databaseat cosmos-db bigtable cloud-spanner cloud-sql firestore datastore memorystore cache-redis
      azure-managed-redis managed-instance-apache managed-database azure-database database sql-data-warehouse sql-server sql-elastic sql-managed sql
      azure-sql arc-sql arc-postgre postgre postgresql my-sql mysql maria-db mariadb mongodb-icon mongodb mongo redis sqlite cassandra apachecassandra couchdb couchbase neo4j
      influxdb clickhouse duckdb supabase planetscale firebase cockroachlabs cockroachdb rethinkdb arangodb scylladb timescale surrealdb memcached valkey
      dgraph ssis elastic-job data-table production-ready-database
      instance-pool virtual-cluster arc-data`,
    names: `cache fauna-icon fauna oracle microsoft-sql-server pinecone pinecone-icon qdrant qdrant-icon milvus milvus-icon turso neon
      neon-icon prisma hasura hasura-icon liquibase googlebigtable googlecloudspanner`,
  },
  {
    kind: 'storage',
    parts: `simple-storage s3 elastic-block-store amazon-efs elastic-file-system f-sx f-sxfor s3on file-cache storage aws-backup backup-vault azure-backup-center
      recovery-services snowball snowcone snowmobile glacier filestore persistent-disk local-ssd data-box disk azure-fileshares
      managed-file-shares azure-net-app-file stor-simple elastic-san blob azure-hcp-cache import-export transfer-appliance elastic-disaster-recovery
      hard-drive cold-storage tapestorage folder
      azurite restore-point azure-databox data-transfer`,
    names: 'ssd file files image images aws-s3 minio ceph archive googlecloudstorage',
  },
  {
    kind: 'containers',
    parts: `elastic-container elastic-kubernetes ecs ecs-anywhere eks kubernetes aks container fargate app-runner red-hat-open-shift open-shift
      openshift azure-red-hat service-fabric managed-service-fabric gke google-kubernetes anthos kuberun artifact-registry bottlerocket docker
      podman rancher istio argo portainer`,
    names: 'helm k3s harbor aws-eks aws-ecs',
  },
  {
    kind: 'networking',
    parts: `amazon-vpc aws-vpc virtual-private virtualprivatecloud cloud-front cloudfront route53 load-balancer load-balancing load-balancer-hub direct-connect transit-gateway
      private-link global-accelerator app-mesh cloud-map cloud-wan vpn vpnclient amazon-vpcnat-gateway amazon-vpcvpn-gateway amazon-vpcvpn-connection siteto-site-vpn recovery-controller cdn cloud-cdn cloud-dns dns
      cloud-nat cloud-router cloud-route cloud-interconnect partner-interconnect network traffic-director traffic-manager virtual-wan
      application-gateway front-door express-route peering nat ip-address ip-group ip-addresse public-ip-addresse public-ip-prefix public-ip-prefixe reserved-ip-addresse custom-ip-prefix route-table route-filter
      local-network private-endpoint private-service-connect private-connectivity subnet privatesubnet publicsubnet cloud-domains service-mesh
      api-gateway cloud-endpoints cloud-api cloud-external-ip elastic-fabric on-premises-data-gateway service-endpoint connected-cache edge-location
      awsrtb-fabric relay outbound-connection elb aws-elb telco traefik envoy cloudflare fastly akamai wifi globe
      internet-analyzer azure-communications-gateway connectivity-test service-discovery cloud-media-edge edge-action azure-operator-5g private-5g hybrid-connectivity`,
    names: `nginx apache haproxy caddy kong kong-icon consul wireguard openvpn tailscale router ethernet-port internet internetalt1
      internetalt2 virtual-router waypoints`,
  },
  {
    kind: 'integration',
    parts: `simple-queue simple-notification event-bridge eventbridge step-functions express-workflows amazon-mq aws-mq app-sync appsync
      app-flow appflow managed-workflows b2-b-data pub-sub cloud-tasks cloud-scheduler eventarc workflows service-bus azure-service-bus
      event-grid logic-apps notification-hub api-management api-center api-connections integration apigee biz-talk signal-r send-grid
      application-integration kafka apachekafka rabbitmq apachepulsar graphql webhook aws-sqs aws-sns
      system-topic partner-topic partner-namespace api-proxy app-fabric simple-email pinpoint end-user-messaging azure-communication aws-ses windows-notification scheduler scheduler-job api-monetization connector`,
    names: 'nats nats-icon natsdotio zapier mulesoft celery zeromq activemq inbox send',
  },
  {
    kind: 'compute',
    parts: `ec2 amazon-ec2 lightsail lightsailfor lambda aws-batch elastic-beanstalk outpost outpostsfamily outpostsrack outpostsserver parallel-cluster parallel-computing
      local-zones wavelength nitro serverless sim-space-weaver reserved-instance compute amazon-elastic-v-mware-service amazon-dcv nice-dcv app-engine
      cloud-functions cloud-run cloud-gpu bare-metal vmware virtual-machine vm automanaged-vm function-app app-service app-service-plan azure-spring
      batch cloud-service availability-set spot-vm spot-vmss spot-instance spot-fleet static-app web-job server servercontent host host-group azure-vm azure-virtual-desktop capacity-reservation
      proximity-placement mesh-applications auto-scale ec2instancecontent vercel vercel-icon netlify heroku digital-ocean digitalocean linode
      image-definition image-template image-version shared-image os-image community-image azure-stack azure-hpc web-slot website-staging website-power machines-azure-arc arc-machine work-space work-spaces app-stream managed-desktop remote-rendering`,
    names: 'monitor cpu nodejs nodejs-icon deno bun render railway vultr workspaces',
  },
  {
    kind: 'development',
    parts: `code-build codebuild code-commit codecommit code-deploy codedeploy code-pipeline codepipeline code-artifact code-star code-catalyst
      cloud9 cloud-development-kit cloud-shell azure-cloud-shell command-line toolsand-sd-ks awsx-ray x-ray xray corretto infrastructure-composer
      application-composer cloud-build cloud-code cloud-deploy debugger profiler trace test-lab dev-ops dev-test microsoft-dev-box device-farm
      amplify fault-injection app-studio load-test cloud-test error-reporting application-insights source-code git-repository developer
      cloud-control-api git github gitlab bitbucket jenkins circleci travis terraform ansible pulumi vagrant webpack eslint cypress postman gradle
      sentry terminal code bug
      load-testing azure-dev deployment-environment azure-chaos lab-service lab-account dev-console web-test test-base powershell tfs-vc toolchain sdk tool-for-powershell template-spec`,
    names: 'jira npm npm-icon yarn pnpm vite vitejs jest maven playwright visual-studio-code intellij-idea',
  },
  {
    kind: 'management',
    parts: `cloud-watch cloudwatch cloud-formation cloudformation cloud-trail cloudtrail aws-config systems-manager control-tower organizations
      trusted-advisor service-catalog compute-optimizer health-dashboard launch-wizard license-manager management resilience-hub
      well-architected proton ops-works opsworks chatbot monitor policy blueprint advisor automation lighthouse cost billing budget
      resource subscription cloud-logging cloud-monitoring cloud-ops stackdriver asset cloud-asset quotas cloud-deployment operation
      app-config savings-plan migration log activity-log alarm metrics dashboard user-notification prometheus grafana datadog newrelic
      new-relic nagios zabbix dynatrace pagerduty opentelemetry jaeger update maintenance service-health
      data-sync datasync transfer-family application-discovery mainframe-modernization costand-usage managed-service azure-arc workbook alert app-configuration landing-zone cloud-financial
      service-group reservation reserved-capacity diagnostics-setting troubleshoot help-and-support osconfig azure-sustainability change-analysi runtime-config`,
    names: 'loki activity gauge',
  },
];
