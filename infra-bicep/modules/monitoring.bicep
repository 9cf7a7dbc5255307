// Where logs, spans and metrics go. Apps write with their identities; there is no key.
param name string
param location string
param tags object
param retentionDays int

@description('Gigabytes a day after which the workspace takes no more until the next day; -1: it takes all.')
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGb
    }
    sku: {
      name: 'PerGB2018'
    }
    features: {
      disableLocalAuth: true
    }
  }
}

resource telemetry 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

output workspaceId string = workspace.id
output telemetryName string = telemetry.name
output telemetryId string = telemetry.id
output telemetryConnection string = telemetry.properties.ConnectionString
