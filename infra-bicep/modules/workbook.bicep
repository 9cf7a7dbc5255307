// One page that shows how the service does: what is published, relayed and delivered, and what waits.
param name string
param location string
param tags object
param telemetryId string

@description('Where the rows of the page come from.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // Azure takes nothing but a GUID here.
  name: guid(telemetryId, name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: name
    category: 'workbook'
    sourceId: telemetryId
    serializedData: replace(loadTextContent('../workbook.json'), '{{workspaceId}}', workspaceId)
    version: 'Notebook/1.0'
  }
}

output id string = workbook.id
