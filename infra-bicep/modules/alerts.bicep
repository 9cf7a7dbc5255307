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

var rules = [
  {
    name: 'dead-deliveries'
    description: 'Deliveries were given up after their last attempt: their consumers have missed events.'
    severity: 2
    query: 'AppMetrics | where Name == "deliveries.dead" | summarize Value = sum(Sum)'
    threshold: 0
  }
  {
    name: 'relay-lag'
    description: 'Events wait for more than a minute before anybody is told of them.'
    severity: 1
    query: 'AppMetrics | where Name == "events.relay.lag" | summarize Value = max(Max)'
    threshold: 60
  }
  {
    name: 'failed-requests'
    description: 'More than one of a hundred requests is answered with 5xx.'
    severity: 1
    query: 'AppRequests | summarize Failed = countif(toint(ResultCode) >= 500), All = count() | extend Value = iff(All < 100, 0.0, 100.0 * Failed / All)'
    threshold: 1
  }
  {
    name: 'failing-functions'
    description: 'Triggers fail: events are stored, but relaying or delivering them does not work.'
    severity: 1
    query: 'AppRequests | where OperationName in ("RelayEvents", "DeliverEvent", "RetryDelivery", "RetryRelay", "RescueRelay", "ValidateSubscription", "SweepDeliveries") | summarize Value = countif(Success == false)'
    threshold: 3
  }
  {
    name: 'stopped-relay'
    description: 'Events are published, and none is relayed.'
    severity: 1
    query: 'AppMetrics | where Name in ("events.published", "events.relay.lag") | summarize Published = sumif(Sum, Name == "events.published"), Relayed = countif(Name == "events.relay.lag") | extend Value = iff(Published > 0 and Relayed == 0, 1, 0)'
    threshold: 0
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
    windowSize: 'PT5M'
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
