// What somebody should look at: deliveries given up, events that wait to be relayed, requests that fail.
param name string
param location string
param tags object
param workspaceId string

@description('Who is told; nobody when empty.')
param email string

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

// The apps' own metrics come as they are. Requests are sampled: one record stands for ItemCount of them. What came
// by HTTP has its status there, what another trigger fired has 0.
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
    description: 'Events wait for more than a minute before anybody is told of them.'
    severity: 1
    query: 'AppMetrics | where Name == "events.relay.lag" | summarize Value = max(Max)'
    threshold: 60
    window: 'PT5M'
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
    description: 'Triggers fail: events are stored, but relaying or delivering them does not work.'
    severity: 1
    query: 'AppRequests | where OperationName in ("RelayEvents", "DeliverEvent", "RetryDelivery", "RetryRelay", "RescueRelay", "ValidateSubscription", "ProbeEndPoint", "SweepDeliveries", "RunJob", "SweepJobs", "RotateDataKeys") | summarize Value = sumif(ItemCount, Success == false)'
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
]

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in rules: {
  name: '${name}-${item.name}'
  location: location
  tags: tags
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
      actionGroups: empty(email) ? [] : [group.id]
    }
  }
}]
