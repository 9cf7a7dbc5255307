// Alerts for the operators: deliveries given up, work that waits, requests that fail, limits that are near.
param name string
param location string
param tags object
param workspaceId string
param telemetryId string

@description('Address that gets the alerts. Empty: no message is sent.')
param email string

param cosmosAccountId string
param storageAccountIds string[]

@description('The topic that wakes deliveries.')
param topicId string

@description('The vaults whose certificates and secrets come to an end.')
param vaultIds string[]

@description('Instances that one group of functions scales out to at most.')
param maximumInstances int

@description('What is called from outside every five minutes, and must answer with 200: { name, url }.')
param availability object[]

// Not the resource's own id: the compiler doubts it, since there is none without a receiver.
var groupId = resourceId('Microsoft.Insights/actionGroups', name)
var actionGroups = empty(email) ? [] : [groupId]
var metricActions = map(actionGroups, id => { actionGroupId: id })

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'altinnevents'
    enabled: true
    emailReceivers: [
      {
        name: 'operations'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// The apps' own metrics come as they are. Requests are sampled where host.json lets them be: one record stands
// for ItemCount of them. What came by HTTP has its status there, what another trigger fired has 0.
var rules = [
  {
    name: 'dead-deliveries'
    description: 'Deliveries were given up after their last attempt: their consumers have missed events.'
    severity: 2
    query: 'AppMetrics | where Name == "deliveries.dead" | summarize Value = sum(Sum)'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'relay-lag'
    description: 'Events wait for more than a minute before they are relayed.'
    severity: 1
    query: 'AppMetrics | where Name == "events.relay.lag" | summarize Value = max(Max)'
    threshold: 60
    window: 'PT5M'
  }
  {
    name: 'waiting-messages'
    description: 'A message has been due in its queue for more than five minutes, and no instance has taken it.'
    severity: 1
    query: 'AppMetrics | where Name == "queues.oldest" | summarize Value = max(Max)'
    threshold: 300
    window: 'PT5M'
  }
  {
    name: 'silent-sweep'
    description: 'The sweep has told nothing for ten minutes: the worker does not run, or its metrics do not arrive. Then every alert on the apps\' own metrics is silent.'
    severity: 1
    query: 'AppMetrics | where Name == "queues.oldest" | summarize Told = count() | extend Value = iff(Told == 0, 1, 0)'
    threshold: 0
    window: 'PT10M'
  }
  {
    name: 'malformed-notices'
    description: 'Messages that cannot be read were dropped: another build or another sender wrote them.'
    severity: 2
    query: 'AppMetrics | where Name == "notices.malformed" | summarize Value = sum(Sum)'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'failed-requests'
    description: 'More than one of a hundred requests is answered with 5xx.'
    severity: 1
    query: 'AppRequests | extend Status = toint(ResultCode) | where Status >= 100 | summarize Failed = sumif(ItemCount, Status >= 500), All = sum(ItemCount) | extend Value = iff(All < 100, 0.0, 100.0 * Failed / All)'
    threshold: 1
    window: 'PT5M'
  }
  {
    name: 'failing-functions'
    description: 'Triggers of the Events app fail: events are stored, but relaying or delivering them does not work.'
    severity: 1
    query: 'AppRequests | where OperationName in ("RelayEvents", "DeliverEvent", "RetryDelivery", "RetryRelay", "RescueRelay", "RescueRelease", "ValidateSubscription", "ProbeEndPoint", "SweepDeliveries", "RunJob", "SweepJobs", "RotateDataKeys") | summarize Value = sumif(ItemCount, Success == false)'
    threshold: 3
    window: 'PT5M'
  }
  {
    name: 'failing-rest-functions'
    description: 'Triggers of the REST app fail: what happens to messages and delegations is not told, or files are not removed.'
    severity: 2
    query: 'AppRequests | where OperationName in ("RelayMessages", "RelayDelegations", "RelayTransfers", "SweepFiles") | summarize Value = sumif(ItemCount, Success == false)'
    threshold: 3
    window: 'PT5M'
  }
  {
    name: 'stopped-relay'
    description: 'Events are published, and none is relayed.'
    severity: 1
    // Instances tell their metrics once a minute, each at its own time: what is older than three minutes
    // has been relayed by now, and that has been told.
    query: 'AppMetrics | where Name in ("events.published", "events.relay.lag") | summarize Published = sumif(Sum, Name == "events.published" and TimeGenerated between (ago(8m) .. ago(3m))), Relayed = countif(Name == "events.relay.lag") | extend Value = iff(Published > 0 and Relayed == 0, 1, 0)'
    threshold: 0
    window: 'PT10M'
  }
  {
    name: 'poison-messages'
    description: 'Work was given up by its queue after five failures in a row. Nothing is lost by that, but something is wrong.'
    severity: 2
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and StatusText == "Success" and Uri contains "-poison/messages" | summarize Value = count()'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'instances'
    description: 'A group of functions runs on four fifths of the instances that it may have: soon it is not scaled out any more.'
    severity: 2
    // Functions that answer HTTP scale together, and Event Grid calls its function by HTTP; every other
    // function scales by itself.
    query: 'AppRequests | extend Group = iff(toint(ResultCode) >= 100 or OperationName == "DeliverEvent", "http", OperationName) | summarize Instances = dcount(AppRoleInstance) by AppRoleName, Group | summarize Value = max(Instances)'
    threshold: maximumInstances * 4 / 5
    window: 'PT5M'
  }
  {
    name: 'regional-instances'
    description: 'All apps run on four fifths of the instances that a subscription may have in a region by default: soon no app is scaled out.'
    severity: 2
    // Of 2 GB each; 250 of them are the quota by default.
    query: 'AppRequests | summarize Value = dcount(AppRoleInstance)'
    threshold: 200
    window: 'PT5M'
  }
  {
    name: 'daily-cap'
    description: 'The workspace takes no more logs today. Until tomorrow every other alert on logs is silent.'
    severity: 1
    query: '_LogOperation | where Category =~ "Ingestion" and Detail contains "OverQuota" | summarize Value = count()'
    threshold: 0
    window: 'PT15M'
  }
]

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in rules: {
  name: '${name}-${item.name}'
  location: location
  tags: tags
  dependsOn: [group]
  properties: {
    description: item.description
    severity: item.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: item.window
    // A new workspace knows the table of a log only when the first of it has come.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: item.query
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Value'
          operator: 'GreaterThan'
          threshold: item.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}]

// Azure keeps these metrics by itself, so they need no log.
var metrics = concat(
  [
    {
      name: 'cosmos-throttled'
      description: 'The database refuses requests of a container with 429. The apps try again, and get slower.'
      severity: 2
      resource: cosmosAccountId
      namespace: 'Microsoft.DocumentDB/databaseAccounts'
      metric: 'TotalRequests'
      aggregation: 'Count'
      threshold: 100
      window: 'PT5M'
      dimensions: [
        { name: 'StatusCode', operator: 'Include', values: ['429'] }
        { name: 'CollectionName', operator: 'Include', values: ['*'] }
      ]
    }
    {
      name: 'cosmos-throughput'
      description: 'A container has used more than four fifths of its greatest throughput for a quarter of an hour.'
      severity: 3
      resource: cosmosAccountId
      namespace: 'Microsoft.DocumentDB/databaseAccounts'
      metric: 'NormalizedRUConsumption'
      aggregation: 'Average'
      threshold: 80
      window: 'PT15M'
      dimensions: [
        { name: 'CollectionName', operator: 'Include', values: ['*'] }
      ]
    }
    {
      name: 'undelivered-notices'
      description: 'Event Grid gave up notices, and wrote them into the container undelivered. The sweep makes their deliveries.'
      severity: 2
      resource: topicId
      namespace: 'Microsoft.EventGrid/topics'
      metric: 'DeadLetteredCount'
      aggregation: 'Total'
      threshold: 0
      window: 'PT15M'
      dimensions: []
    }
    {
      name: 'dropped-notices'
      description: 'Event Grid gave up notices, and could not write them into the container undelivered. The sweep makes their deliveries.'
      severity: 2
      resource: topicId
      namespace: 'Microsoft.EventGrid/topics'
      metric: 'DroppedEventCount'
      aggregation: 'Total'
      threshold: 0
      window: 'PT15M'
      dimensions: []
    }
  ],
  map(storageAccountIds, id => {
    name: 'storage-throttled-${last(split(id, '/'))}'
    description: 'A storage account refuses requests because they are too many: its limits are reached.'
    severity: 2
    resource: id
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Transactions'
    aggregation: 'Total'
    threshold: 100
    window: 'PT5M'
    dimensions: [
      { name: 'ResponseType', operator: 'Include', values: ['ServerBusyError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError'] }
    ]
  })
)

resource metricRule 'Microsoft.Insights/metricAlerts@2018-03-01' = [for item in metrics: {
  name: '${name}-${item.name}'
  location: 'global'
  tags: tags
  dependsOn: [group]
  properties: {
    description: item.description
    severity: item.severity
    enabled: true
    autoMitigate: true
    scopes: [item.resource]
    evaluationFrequency: 'PT5M'
    windowSize: item.window
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'value'
          metricNamespace: item.namespace
          metricName: item.metric
          dimensions: item.dimensions
          operator: 'GreaterThan'
          threshold: item.threshold
          timeAggregation: item.aggregation
        }
      ]
    }
    actions: metricActions
  }
}]

// Five places in Europe. Three of them must fail, so that a single bad line raises no alert.
resource webTest 'Microsoft.Insights/webtests@2022-06-15' = [for item in availability: {
  name: '${name}-${item.name}'
  location: location
  // Without the tag the portal does not find the test.
  tags: union(tags, { 'hidden-link:${telemetryId}': 'Resource' })
  kind: 'standard'
  properties: {
    Kind: 'standard'
    Name: '${name}-${item.name}'
    SyntheticMonitorId: '${name}-${item.name}'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: map(
      ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-ru-msa-edge', 'emea-se-sto-edge', 'emea-fr-pra-edge'],
      place => { Id: place }
    )
    Request: {
      RequestUrl: item.url
      HttpVerb: 'GET'
      FollowRedirects: false
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 21
    }
  }
}]

resource unavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (item, i) in availability: {
  name: '${name}-unavailable-${item.name}'
  location: 'global'
  tags: tags
  dependsOn: [group]
  properties: {
    description: 'The address does not answer in three of five places, or its certificate ends within three weeks.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [
      (webTest[i].id)
      telemetryId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: webTest[i].id
      componentId: telemetryId
      failedLocationCount: 3
    }
    actions: metricActions
  }
}]

// A vault tells thirty days before a version comes to an end, but only of versions that are younger than
// the subscription to it.
resource vaultEvents 'Microsoft.EventGrid/systemTopics@2025-02-15' = [for id in vaultIds: {
  // As the vault: with more before it, it might be longer than 50 characters.
  name: last(split(id, '/'))
  location: location
  tags: tags
  properties: {
    source: id
    topicType: 'Microsoft.KeyVault.vaults'
  }
}]

resource ending 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [for (id, i) in vaultIds: if (!empty(email)) {
  parent: vaultEvents[i]
  name: 'ending'
  dependsOn: [group]
  properties: {
    // Alerts take no other schema.
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: {
      endpointType: 'MonitorAlert'
      properties: {
        severity: 'Sev2'
        description: 'A certificate or a secret of ${last(split(id, '/'))} comes to an end.'
        actionGroups: actionGroups
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.KeyVault.CertificateNearExpiry'
        'Microsoft.KeyVault.CertificateExpired'
        'Microsoft.KeyVault.SecretNearExpiry'
        'Microsoft.KeyVault.SecretExpired'
      ]
    }
  }
}]
