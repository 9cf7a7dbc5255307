// Lets the topic call the function that delivers. Deployed after the code, since Event Grid asks
// whether the function is there.
targetScope = 'resourceGroup'

// The names are outputs of main.bicep.
@description('The site that delivers.')
param eventsWorkerName string

@description('The storage account that takes what could not be delivered.')
param eventsStorageName string

param topicName string

@description('The identity with which the topic writes there.')
param topicIdentityName string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: eventsWorkerName
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: eventsStorageName
}

resource topicIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: topicIdentityName
}

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName
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
    // The function answers with success whatever an endpoint does. So Event Grid sends a notice
    // again only if the function could not read or write. The sweep finds what is lost all the same.
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
