// etos(testSuite: 'tests/collection.json', identity: 'pkg:…', …): carries out a test collection on the node it is called on. See etos.txt.
// Only Jenkins' own steps are here; options, progress, verdict and reasons are the program's business (resources/etos/etos.mjs).

Map call(Map options = [:]) {
  String folder = "${pwd(tmp: true)}/etos-${UUID.randomUUID()}"
  Map asked = options.findAll { String name, value -> name != 'credentials' || !(value instanceof List) }
  String programs = asked.remove('programs') ?: folder
  boolean ended = false
  if (programs != folder && !fileExists("${programs}/etos.mjs")) error "etos: programs is ${programs}, where this build node has no etos.mjs"
  withEnv(["ETOS_PROGRAMS=${programs}", "ETOS_STEP=${folder}"]) {
    withCredentials(bindings(options.credentials ?: [:])) {
      try {
        writeFile file: "${folder}/options.json", text: groovy.json.JsonOutput.toJson(asked), encoding: 'UTF-8'
        if (programs == folder) {
          for (String name in ['etos.mjs', 'etos-runner.mjs', 'etos-test-runner.mjs', 'etos-undici.cjs', 'etos-graphql.cjs', 'etos-github.mjs', 'etos-yaml.cjs']) {
            writeFile file: "${folder}/${name}", text: libraryResource("etos/${name}"), encoding: 'UTF-8'
          }
        }
        // `exec`: an abort must reach the program itself, which then has 20 s to end what it started.
        int code = sh label: 'ETOS', returnStatus: true, script: 'exec node "$ETOS_PROGRAMS/etos.mjs" jenkins "$ETOS_STEP"'
        ended = true
        return publish(fileExists("${folder}/result") ? readFile(file: "${folder}/result", encoding: 'UTF-8') : '', code)
      } finally {
        if (!ended && fileExists("${programs}/etos.mjs"))
          sh label: 'ETOS clean-up', returnStatus: true, script: 'exec node "$ETOS_PROGRAMS/etos.mjs" jenkins --release "$ETOS_STEP"'
        dir(folder) { deleteDir() }
      }
    }
  }
}

private Map publish(String text, int code) {
  if (text == '') error "ETOS did not run: exit code ${code}${code == 127 ? '. Is Node.js 20.19 or newer on the PATH of this build node?' : ''}"
  Map result = text.tokenize('\n').collectEntries { String line -> [(line.substring(0, line.indexOf('='))): line.substring(line.indexOf('=') + 1)] }
  ['passed', 'failed', 'inconclusive', 'notRun', 'skipped'].findAll { result[it] }.each { result[it] = result[it].toInteger() }
  if (result.description) currentBuild.description = result.description
  if (result.archive) archiveArtifacts artifacts: result.archive, allowEmptyArchive: true
  if (result.junit) {
    try {
      junit testResults: result.junit, allowEmptyResults: true, skipMarkingBuildUnstable: true
    } catch (NoSuchMethodError missing) {
      echo 'The JUnit plugin is not installed: see the archived junit.xml'
    }
  }
  if (result.build == 'FAILURE') error result.reason
  if (result.build == 'UNSTABLE') unstable result.reason
  return result
}

/** The table of credentials: what a secret is for, and the variables that the program reads it from; it refuses others. A list: bindings of one's own. */
private List bindings(Object credentials) {
  if (!(credentials instanceof Map)) return credentials instanceof List ? credentials : []
  Map texts = [github: 'DELEGATION_TOKEN', kubernetes: 'KUBERNETES_TOKEN', registry: 'DOCKER_AUTH_CONFIG', encryption: 'ETOS_ENCRYPTION_KEY']
  Map logins = [rabbitmq: ['RABBITMQ_USERNAME', 'RABBITMQ_PASSWORD'], jenkins: ['JENKINS_USERNAME', 'JENKINS_TOKEN'],
    cluster: ['ETOS_CLUSTER_USERNAME', 'ETOS_CLUSTER_PASSWORD']]
  return credentials.findAll { kind, id -> (texts[kind] || logins[kind]) && id }.collect { kind, id ->
    texts[kind] ? string(credentialsId: id, variable: texts[kind]) :
      usernamePassword(credentialsId: id, usernameVariable: logins[kind][0], passwordVariable: logins[kind][1])
  }
}
