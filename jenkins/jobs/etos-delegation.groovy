// The delegation job, for the Job DSL plugin.
pipelineJob('DELEGATION') {
  description('Runs the container that an ETOS suite runner asks for.')
  logRotator {
    daysToKeep(14)
    numToKeep(500)
  }
  parameters {
    textParam('docker', '', 'What to run: image, environment, parameters, identifier. Given by ETOS.')
  }
  quietPeriod(0)
  definition {
    cps {
      script("@Library('etos') _\nnode('docker') { etosDelegation(timeoutMinutes: 360) }\n")
      sandbox(true)
    }
  }
  configure { job ->
    job / 'properties' / 'org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty'
  }
}
