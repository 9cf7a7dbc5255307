// Lets the topic call the function that delivers. Deployed after the code, since Event Grid asks
// whether the function is there.
targetScope = 'resourceGroup'

@description('Short name of the environment, as in main.bicep.')
@allowed(['at22', 'tt02', 'prod'])
param environment string

var name = 'altinn-events-${environment}'
var storageName = 'altev${environment}${take(uniqueString(resourceGroup().id), 8)}e'

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: '${name}-events'
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topicIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: '${name}-topic'
}

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: name
}

resource delivery 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'deliver-event'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${app.id}/functions/DeliverEvent'
        maxEventsPerBatch: 1
      }
    }
    // The function answers with success whatever an endpoint does. What is sent again is therefore
    // only what could not be read or written; what is lost all the same is found by the sweep.
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: topicIdentity.id
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: 'undelivered'
        }
      }
    }
  }
}
